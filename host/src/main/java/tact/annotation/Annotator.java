package tact.annotation;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import tact.advice.Advice;
import tact.advice.Fix;
import tact.advice.Severity;
import tact.advice.Situation;
import tact.annotation.Annotation.Choice;
import tact.annotation.Annotation.Finding;
import tact.annotation.Annotation.FixOffer;
import tact.annotation.Annotation.Hold;
import tact.annotation.Annotation.Lens;
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
        boolean unknown = looking && situation.streak().isEmpty();
        return new Annotation(
                unknown ? null : situation.attemptNumber() + "/" + situation.policy().budget(),
                unknown ? null : label(situation),
                unknown ? null : title(situation),
                lens(situation, advice, unknown),
                contact.person().spec(),
                contact.person().display(),
                contact.onThread().tries(),
                contact.toPerson().tries(),
                situation.due(),
                advice.stream().map(found -> finding(found, situation)).toList(),
                hold(situation, advice));
    }

    private String label(Situation situation) {
        return situation.isPastBudget()
                ? texts.say("label.past-budget")
                : texts.say("label", situation.attemptNumber(), situation.policy().budget());
    }

    private String title(Situation situation) {
        String key = situation.isPastBudget() ? "title.past-budget" : situation.streak().isEmpty() ? "title.first" : "title";
        return texts.say(key, lensArguments(situation));
    }

    private Lens lens(Situation situation, List<Advice> advice, boolean unknown) {
        if (unknown) {
            return new Lens(texts.say("lens.looking", shortName(situation)), Severity.INFO.id());
        }
        if (situation.streak().isEmpty()) {
            return null;
        }
        if (situation.contact().letGoAt() != null) {
            return new Lens(
                    texts.say(
                            "lens.let-go",
                            shortName(situation),
                            situation.contact().letGoAt().atZone(situation.zone()).toLocalDate(),
                            situation.streak().tries()),
                    Severity.INFO.id());
        }
        Severity severity = advice.isEmpty() ? Severity.INFO : advice.get(0).severity();
        return new Lens(texts.say(lensKey(situation), lensArguments(situation)), severity.id());
    }

    private static String lensKey(Situation situation) {
        if (situation.isPastBudget()) {
            return "lens.past-budget";
        }
        if (situation.continuesAttempt()) {
            return "lens.continues";
        }
        return situation.today().isBefore(situation.due()) ? "lens.too-early" : "lens";
    }

    /** A lens is one line: a long name must not push out how long ago it was. */
    private static String shortName(Situation situation) {
        String name = situation.contact().person().display();
        return name.length() > MAX_NAME_IN_LENS ? name.substring(0, MAX_NAME_IN_LENS - 1).strip() + "…" : name;
    }

    /** 0 attempt number, 1 budget, 2 name, 3 tries so far, 4 days since the last one, 5 due day where there is one. */
    private static Object[] lensArguments(Situation situation) {
        List<Object> arguments = new ArrayList<>(List.of(
                situation.attemptNumber(),
                situation.policy().budget(),
                shortName(situation),
                situation.streak().tries()));
        if (!situation.streak().isEmpty()) {
            arguments.add(situation.daysSinceLastAttempt());
        }
        if (situation.due() != null) {
            arguments.add(situation.due());
        }
        return arguments.toArray();
    }

    private Finding finding(Advice advice, Situation situation) {
        return new Finding(
                advice.rule(),
                advice.severity().id(),
                texts.say(advice.text()),
                advice.passage().id(),
                texts.say("passage." + advice.passage().id()),
                advice.fixes().stream().map(fix -> offer(fix, situation)).toList());
    }

    private FixOffer offer(Fix fix, Situation situation) {
        Mail mail = ((Fix.InsertFirstMail) fix).mail();
        return new FixOffer(
                "insert-first-mail",
                texts.say("fix.insert-first-mail"),
                mail.id().value(),
                texts.say("fix.attribution", texts.moment(mail.date(), situation.zone()), mail.from().display()));
    }

    private Hold hold(Situation situation, List<Advice> advice) {
        return advice.stream()
                .filter(found -> found.severity() == Severity.HOLD)
                .findFirst()
                .map(found -> new Hold(
                        texts.say("hold.title"),
                        texts.say(found.text()),
                        found.passage().id(),
                        texts.say("passage." + found.passage().id()),
                        tries(situation),
                        List.of(
                                choice(Outcome.LET_GO, situation, false),
                                choice(Outcome.KEEP_WRITING, situation, true),
                                choice(Outcome.SEND_ANYWAY, situation, false))))
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
