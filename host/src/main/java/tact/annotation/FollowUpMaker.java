package tact.annotation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import tact.advice.Actions;
import tact.advice.Choice;
import tact.advice.Meanings;
import tact.advice.Severity;
import tact.advice.Situation;
import tact.annotation.Annotation.Action;
import tact.annotation.FollowUpList.Moment;
import tact.annotation.FollowUpList.Row;
import tact.event.Draft;
import tact.event.FollowUpGroup;
import tact.mail.Address;
import tact.mail.Mail;
import tact.mail.Writing;
import tact.tracker.Attempt;
import tact.tracker.ContactHistory;
import tact.tracker.EndedStreak;
import tact.tracker.FollowUp;
import tact.tracker.Policy;
import tact.tracker.Standing;
import tact.tracker.Wait;

/** A follow-up to a row of the list, in one language. */
public final class FollowUpMaker {

    private static final int MAX_MOMENTS = 24;

    private final Texts texts;
    private final Policy policy;
    private final Instant now;
    private final ZoneId zone;
    private final LocalDate today;

    /** @param zone the user's */
    public FollowUpMaker(Texts texts, Policy policy, Instant now, ZoneId zone) {
        this.texts = Objects.requireNonNull(texts);
        this.policy = Objects.requireNonNull(policy);
        this.now = Objects.requireNonNull(now);
        this.zone = Objects.requireNonNull(zone);
        this.today = day(now);
    }

    /** The row of a follow-up. */
    public Row row(FollowUp followUp) {
        ContactHistory contact = followUp.contact();
        Counter counter = new CounterMaker(texts, policy).row(contact, now, zone);
        boolean isQuiet = followUp.group() == FollowUpGroup.GONE_QUIET || followUp.group() == FollowUpGroup.DONE;
        return new Row(
                followUp.root(),
                followUp.newestOfMine().id(),
                contact.person(),
                Texts.plain(contact.person().display()),
                followUp.thread().people().size() - 1,
                Texts.plain(followUp.subject()),
                followUp.group().id(),
                followUp.standing().id(),
                isQuiet ? Severity.INFO.id() : counter.severity(),
                counter.badge() == null ? 0 : contact.counting().tries(),
                contact.budget(policy),
                counter.text(),
                counter.title(),
                advice(followUp),
                followUp.lastContact(),
                followUp.next(),
                timeline(followUp),
                canBeWritten(followUp),
                actions(situation(followUp)));
    }

    /** What can be said at any time; what their last word means too, where a draft to them would ask it. */
    private List<Action> actions(Situation situation) {
        Stream<Choice> meanings = situation.asksMeaning() && !situation.contact().course().isMuted()
                ? Meanings.all("action.meant", situation.contact().course().answer()).stream()
                : Stream.empty();
        return Stream.concat(meanings, Actions.on(situation).stream()).map(choice -> Annotator.action(texts, choice)).toList();
    }

    /** The reply to the user's own newest mail that the list would open. */
    private Situation situation(FollowUp followUp) {
        Mail mine = followUp.newestOfMine();
        Address person = followUp.contact().person();
        Draft reply = new Draft(
                mine.from(), List.of(person), List.of(), List.of(), "Re: " + followUp.subject(), List.of(mine.id()), "");
        return new Situation(reply, Writing.of(""), followUp.contact(), now, zone, policy);
    }

    private boolean canBeWritten(FollowUp followUp) {
        boolean isWritten = switch (followUp.standing()) {
            case WAITING, DUE, NOT_NOW, MET, DECLINED -> true;
            case LAST_TRY_SENT, LET_GO, AGREED, ANSWERED -> false;
        };
        return isWritten
                && !followUp.isClosed()
                && !followUp.contact().course().isMuted()
                && followUp.contact().counting().tries() < followUp.contact().budget(policy);
    }

    private String advice(FollowUp followUp) {
        return switch (followUp.group()) {
            case DUE -> due(followUp.contact());
            case WAITING -> waiting(followUp.contact());
            case LAST_TRY_SENT -> followUp.next().isBefore(today) || isPastBudget(followUp.contact())
                    ? texts.say("follow-up.last-try-sent.over")
                    : texts.say("follow-up.last-try-sent", day(followUp.next()));
            case NOT_NOW -> texts.say("follow-up.not-now", day(followUp.next()));
            case MEETING -> meeting(followUp);
            case GONE_QUIET -> texts.say(
                    followUp.standing() == Standing.LAST_TRY_SENT ? "follow-up.gone-quiet.last-try-sent" : "follow-up.gone-quiet");
            case DONE -> done(followUp);
        };
    }

    private boolean isPastBudget(ContactHistory contact) {
        return contact.counting().tries() > contact.budget(policy);
    }

    private String due(ContactHistory contact) {
        int tries = contact.counting().tries();
        if (tries == 0) {
            return texts.say("follow-up.due.not-now");
        }
        if (contact.course().urgent() != null) {
            return texts.say("follow-up.due.urgent", day(contact.course().urgent().deadline()));
        }
        if (tries + 1 >= contact.budget(policy)) {
            return texts.say("follow-up.due.last");
        }
        return texts.say(tries == 1 ? "follow-up.due" : "follow-up.due.again");
    }

    private String waiting(ContactHistory contact) {
        Wait wait = contact.waiting(policy, zone);
        String key = switch (wait.reason()) {
            case WEEK -> "follow-up.waiting";
            case ABSENCE -> "follow-up.waiting.absence";
            case LATER -> "follow-up.waiting.later";
            case SNOOZED -> "follow-up.waiting.snoozed";
        };
        return texts.say(key, day(wait.day()));
    }

    private String meeting(FollowUp followUp) {
        LocalDate meeting = followUp.contact().course().meeting();
        if (meeting.isEqual(today)) {
            return texts.say("follow-up.meeting.today");
        }
        if (meeting.isAfter(today)) {
            return texts.say("follow-up.meeting", day(meeting));
        }
        return followUp.next().isAfter(today)
                ? texts.say("follow-up.met", day(meeting), day(followUp.next()))
                : texts.say("follow-up.met.week-over", day(meeting));
    }

    private String done(FollowUp followUp) {
        ContactHistory contact = followUp.contact();
        if (contact.course().isMuted()) {
            return texts.say("follow-up.done.muted");
        }
        if (followUp.isClosed()) {
            return texts.say("follow-up.done.closed");
        }
        return switch (followUp.standing()) {
            case LET_GO -> texts.say("follow-up.done.let-go");
            case DECLINED -> texts.say(contact.course().isDeclined() ? "follow-up.done.declined" : "follow-up.done.declined.unsure");
            case ANSWERED -> texts.say("follow-up.done.answered");
            case WAITING, DUE, LAST_TRY_SENT, NOT_NOW, AGREED, MET -> contact.latest()
                    ? lastWord(contact)
                    : texts.say("follow-up.done.elsewhere", contact.person().display());
        };
    }

    private String lastWord(ContactHistory contact) {
        LocalDate meeting = contact.course().meeting();
        return meeting == null ? texts.say("follow-up.done.agreed") : texts.say("follow-up.done.met", day(meeting));
    }

    private List<Moment> timeline(FollowUp followUp) {
        ContactHistory contact = followUp.contact();
        List<Moment> moments = new ArrayList<>();
        for (EndedStreak ended : contact.streaks()) {
            int number = 0;
            for (Attempt attempt : ended.streak().attempts()) {
                number++;
                moments.add(new Moment(
                        attempt.sentAt(), "try", texts.say("follow-up.moment.try", number, day(day(attempt.sentAt())))));
            }
            if (ended.answered() && ended.ending().kind() == EndedStreak.Kind.ELSEWHERE) {
                moments.add(said(ended.ending().at(), "answer", "follow-up.moment.elsewhere"));
            }
        }
        followUp.answers().forEach(answer -> moments.add(said(answer.date(), "answer", "follow-up.moment.answer")));
        LocalDate meeting = contact.course().meeting();
        if (meeting != null && meeting.isAfter(day(followUp.mine().get(0).date()))) {
            moments.add(said(meeting.atStartOfDay(zone).toInstant(), "meeting", "follow-up.moment.meeting"));
        }
        moments.sort(Comparator.comparing(Moment::at));
        return moments.subList(Math.max(0, moments.size() - MAX_MOMENTS), moments.size());
    }

    private Moment said(Instant at, String kind, String key) {
        return new Moment(at, kind, texts.say(key, day(day(at))));
    }

    private LocalDate day(Instant at) {
        return at.atZone(zone).toLocalDate();
    }

    /** A day as an argument of a text; with its year where that is another one. */
    private Object day(LocalDate date) {
        return date.getYear() == today.getYear() ? date : texts.fullDay(date);
    }
}
