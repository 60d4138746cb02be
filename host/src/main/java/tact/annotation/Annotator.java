package tact.annotation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import tact.advice.Actions;
import tact.advice.Advice;
import tact.advice.Fix;
import tact.advice.Passage;
import tact.advice.Range;
import tact.advice.Rulebook;
import tact.advice.Severity;
import tact.advice.Situation;
import tact.advice.rules.Returned;
import tact.annotation.Annotation.Action;
import tact.annotation.Annotation.Call;
import tact.annotation.Annotation.Choice;
import tact.annotation.Annotation.Field;
import tact.annotation.Annotation.Finding;
import tact.annotation.Annotation.FixOffer;
import tact.annotation.Annotation.GutAnswer;
import tact.annotation.Annotation.GutCheck;
import tact.annotation.Annotation.Hold;
import tact.annotation.Annotation.Lens;
import tact.annotation.Annotation.Mark;
import tact.annotation.Annotation.Try;
import tact.event.Outcome;
import tact.mail.Mail;
import tact.tracker.Attempt;
import tact.tracker.ContactHistory;

/** Advice on a draft to what its window shows, in one language. Decides nothing that a rule could decide. */
public final class Annotator {

    private static final int MAX_NAME_IN_LENS = 36;

    private final Texts texts;

    public Annotator(Texts texts) {
        this.texts = Objects.requireNonNull(texts);
    }

    /**
     * The annotation of a draft.
     *
     * @param looking whether the person's history has never been read, and is being read now
     * @param advice  most severe first
     */
    public Annotation annotate(Situation situation, List<Advice> advice, boolean looking) {
        ContactHistory contact = situation.contact();
        GutCheck gutCheck = gutCheck(situation, advice);
        Call call = new CallMaker(texts).offer(situation);
        boolean unknown = looking && situation.streak().isEmpty();
        return new Annotation(
                unknown ? null : situation.attemptNumber() + "/" + situation.budget(),
                unknown ? null : label(situation, advice),
                unknown ? null : title(situation),
                lens(situation, advice, unknown),
                contact.person().spec(),
                contact.person().display(),
                contact.onThread().tries(),
                contact.toPerson().tries(),
                situation.due(),
                advice.stream()
                        .filter(found -> !found.rule().equals(tact.advice.rules.GutCheck.ID))
                        .map(found -> finding(found, situation))
                        .toList(),
                Actions.on(situation).stream().map(this::action).toList(),
                gutCheck,
                call,
                hold(situation, advice, gutCheck, call));
    }

    private String label(Situation situation, List<Advice> advice) {
        if (situation.contact().course().isMuted()) {
            return texts.say("label.muted");
        }
        if (situation.contact().letGoAt() != null) {
            return texts.say("label.let-go");
        }
        if (situation.isDeclined()) {
            return texts.say(isHeld(advice) ? "label.past-budget" : "label.declined");
        }
        return situation.isPastBudget()
                ? texts.say("label.past-budget")
                : texts.say("label", situation.attemptNumber(), situation.budget());
    }

    private String title(Situation situation) {
        if (situation.contact().course().isMuted()) {
            return texts.say("title.muted", shortName(situation));
        }
        if (situation.isDeclined()) {
            return texts.say("title.declined", shortName(situation), answered(situation));
        }
        String key = situation.isPastBudget() ? "title.past-budget" : situation.streak().isEmpty() ? "title.first" : "title";
        return texts.say(key, lensArguments(situation));
    }

    private Lens lens(Situation situation, List<Advice> advice, boolean unknown) {
        if (situation.contact().course().isMuted()) {
            return null;
        }
        if (unknown) {
            return new Lens(texts.say("lens.looking", shortName(situation)), Severity.INFO.id());
        }
        if (situation.contact().letGoAt() != null) {
            return afterLettingGo(situation);
        }
        String course = courseLens(situation, advice);
        if (course == null && situation.streak().isEmpty()) {
            return null;
        }
        Severity severity = advice.isEmpty() ? Severity.INFO : advice.get(0).severity();
        String text = course == null ? texts.say(lensKey(situation), lensArguments(situation)) : course;
        return new Lens(text, severity.id());
    }

    /** Calm, whatever is found. */
    private Lens afterLettingGo(Situation situation) {
        if (!situation.streak().isEmpty()) {
            return new Lens(
                    texts.say(
                            "lens.let-go",
                            shortName(situation),
                            situation.dayOf(situation.contact().letGoAt()),
                            situation.streak().tries()),
                    Severity.INFO.id());
        }
        return situation.isDeclined()
                ? new Lens(texts.say("lens.declined", shortName(situation), answered(situation)), Severity.INFO.id())
                : null;
    }

    /** What came besides attempts, where it says more than their number; null where it does not. */
    private String courseLens(Situation situation, List<Advice> advice) {
        ContactHistory contact = situation.contact();
        String name = shortName(situation);
        if (situation.isDeclined()) {
            return texts.say(isHeld(advice) ? "lens.declined.past-budget" : "lens.declined", name, answered(situation));
        }
        if (speaks(Returned.ID, advice)) {
            return texts.say("lens.returned", name);
        }
        if (situation.isPastBudget()) {
            return null;
        }
        if (speaks("meeting-day", advice)) {
            return texts.say("lens.meeting-day", name);
        }
        if (situation.isMeetingAhead() && !situation.streak().isEmpty()) {
            return texts.say("lens.meeting-ahead", name, contact.course().meeting());
        }
        if (speaks("no-or-busy", advice) && situation.streak().isEmpty()) {
            return texts.say("lens.no-or-busy", name);
        }
        if (speaks("not-now", advice)) {
            LocalDate day = contact.due(situation.policy(), situation.zone());
            return texts.say(situation.today().isBefore(day) ? "lens.not-now" : "lens.not-now.has-come", name, day);
        }
        return null;
    }

    private static boolean isHeld(List<Advice> advice) {
        return advice.stream().anyMatch(found -> found.severity() == Severity.HOLD);
    }

    private static boolean speaks(String rule, List<Advice> advice) {
        return advice.stream().anyMatch(found -> found.rule().equals(rule));
    }

    /** The day of their last word. */
    private static LocalDate answered(Situation situation) {
        return situation.dayOf(situation.contact().course().answer().at());
    }

    private static String lensKey(Situation situation) {
        if (situation.isPastBudget()) {
            return "lens.past-budget";
        }
        if (situation.continuesAttempt()) {
            return "lens.continues";
        }
        if (situation.hasDeadline()) {
            return "lens.urgent";
        }
        return situation.isTooEarly() ? "lens.too-early" : "lens";
    }

    /** A lens is one line: a long name must not push out how long ago it was. */
    private static String shortName(Situation situation) {
        String name = situation.contact().person().display();
        return name.length() > MAX_NAME_IN_LENS ? name.substring(0, MAX_NAME_IN_LENS - 1).strip() + "…" : name;
    }

    /**
     * 0 attempt number, 1 budget, 2 name, 3 tries so far, 4 days since the last one, 5 due day where there is one, 6 deadline where there
     * is one besides.
     */
    private static Object[] lensArguments(Situation situation) {
        List<Object> arguments = new ArrayList<>(List.of(
                situation.attemptNumber(),
                situation.budget(),
                shortName(situation),
                situation.streak().tries()));
        if (!situation.streak().isEmpty()) {
            arguments.add(situation.daysSinceLastAttempt());
        }
        if (situation.due() != null) {
            arguments.add(situation.due());
            if (situation.hasDeadline()) {
                arguments.add(situation.contact().course().urgent().deadline());
            }
        }
        return arguments.toArray();
    }

    private Finding finding(Advice advice, Situation situation) {
        String draft = situation.draft().text();
        return new Finding(
                advice.rule(),
                advice.severity().id(),
                texts.say(advice.text()),
                advice.passage() == null ? null : advice.passage().id(),
                passage(advice.passage()),
                Rulebook.rule(advice.rule()).canBeSwitchedOff(),
                advice.ranges().stream().map(range -> mark(range, draft)).toList(),
                advice.fixes().stream().map(fix -> offer(fix, situation)).toList(),
                advice.choices().stream().map(this::action).toList(),
                advice.evidence() == null ? null : advice.evidence().value());
    }

    private String passage(Passage passage) {
        return passage == null ? null : texts.say("passage." + passage.id());
    }

    private static Mark mark(Range range, String draft) {
        String quote = draft.substring(range.start(), range.end());
        int nth = 0;
        int line = 0;
        for (int at = draft.indexOf(quote); at >= 0 && at < range.start(); at = draft.indexOf(quote, at + 1)) {
            for (int end = draft.indexOf('\n', line); end >= 0 && end < at; end = draft.indexOf('\n', line)) {
                line = end + 1;
            }
            if (draft.charAt(line) != '>') {
                nth++;
            }
        }
        return new Mark(quote, nth);
    }

    private Action action(tact.advice.Choice choice) {
        return action(texts, choice);
    }

    /** Something to say with one click, in words. */
    static Action action(Texts texts, tact.advice.Choice choice) {
        return new Action(
                texts.say(choice.label()),
                choice.claim(),
                choice.fields().stream()
                        .map(field -> new Field(field.name(), field.kind().id(), texts.say(field.label())))
                        .toList());
    }

    private FixOffer offer(Fix fix, Situation situation) {
        Texts inDraft = situation.language().filter(language -> !texts.speaks(language)).map(Texts::in).orElse(texts);
        if (fix instanceof Fix.InsertFirstMail insert) {
            Mail mail = insert.mail();
            String attribution =
                    texts.say("fix.attribution", texts.moment(mail.date(), situation.zone()), mail.from().display());
            return new FixOffer(
                    "insert-first-mail", texts.say("fix.insert-first-mail"), mail.id().value(), attribution, null, null, null, null, null);
        }
        if (fix instanceof Fix.Replace replace) {
            String with = replace.with() == null ? "" : inDraft.say(replace.with());
            String label = with.isEmpty() ? texts.say("fix.leave-out") : texts.say("fix.replace", with);
            Mark mark = mark(replace.range(), situation.draft().text());
            return new FixOffer("replace", label, null, null, mark, with, null, null, null);
        }
        if (fix instanceof Fix.AddSentence add) {
            String sentence = inDraft.say(add.sentence());
            return new FixOffer("add-sentence", texts.say("fix.add-sentence", sentence), null, null, null, sentence, null, null, null);
        }
        if (fix instanceof Fix.SetSubject set) {
            String label = texts.say("fix.set-subject", set.subject());
            return new FixOffer("set-subject", label, null, null, null, set.subject(), null, null, null);
        }
        if (fix instanceof Fix.SendOn send) {
            return new FixOffer("send-on", texts.say("fix.send-on", send.day()), null, null, null, null, send.day(), null, null);
        }
        if (fix instanceof Fix.WriteTo write) {
            String label = texts.say("fix.write-to", write.to().display());
            return new FixOffer(
                    "write-to", label, null, null, null, inDraft.say(write.subject()), null, write.to(), inDraft.say(write.body()));
        }
        throw new IllegalStateException("no offer for " + fix.getClass());
    }

    /** What the rule offers is for who would be annoyed. */
    private GutCheck gutCheck(Situation situation, List<Advice> advice) {
        return advice.stream()
                .filter(found -> found.rule().equals(tact.advice.rules.GutCheck.ID))
                .findFirst()
                .map(found -> new GutCheck(
                        texts.say(found.text()),
                        found.passage().id(),
                        passage(found.passage()),
                        List.of(
                                new GutAnswer(texts.say("gut-check.thankful"), texts.say("gut-check.thankful.text"), List.of(), List.of()),
                                new GutAnswer(
                                        texts.say("gut-check.annoyed"),
                                        texts.say(found.fixes().isEmpty() ? "gut-check.annoyed.let-go" : "gut-check.annoyed.text"),
                                        found.choices().stream().map(this::action).toList(),
                                        found.fixes().stream().map(fix -> offer(fix, situation)).toList()))))
                .orElse(null);
    }

    private Hold hold(Situation situation, List<Advice> advice, GutCheck gutCheck, Call call) {
        return advice.stream()
                .filter(found -> found.severity() == Severity.HOLD)
                .findFirst()
                .map(found -> new Hold(
                        texts.say("hold.title"),
                        texts.say(found.text()),
                        found.passage().id(),
                        passage(found.passage()),
                        tries(situation),
                        List.of(
                                choice(Outcome.LET_GO, situation, false),
                                choice(Outcome.KEEP_WRITING, situation, true),
                                choice(Outcome.SEND_ANYWAY, situation, false)),
                        gutCheck,
                        call))
                .orElse(null);
    }

    private List<Try> tries(Situation situation) {
        List<Try> tries = new ArrayList<>();
        for (Attempt attempt : situation.streak().attempts()) {
            tries.add(new Try(
                    tries.size() + 1,
                    attempt.sentAt(),
                    texts.fullDay(attempt.sentAt().atZone(situation.zone()).toLocalDate()),
                    attempt.mail().subject()));
        }
        return tries;
    }

    private Choice choice(Outcome outcome, Situation situation, boolean safe) {
        String key = "choice." + outcome.id();
        return new Choice(
                outcome.id(), texts.say(key), texts.say(key + ".text", situation.contact().person().display()), safe);
    }
}
