package tact.annotation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import tact.advice.Severity;
import tact.tracker.ContactHistory;
import tact.tracker.Policy;
import tact.tracker.Standing;

/** How it stands on a thread to the counter on a displayed mail, in one language. */
public final class CounterMaker {

    private final Texts texts;
    private final Policy policy;

    public CounterMaker(Texts texts, Policy policy) {
        this.texts = Objects.requireNonNull(texts);
        this.policy = Objects.requireNonNull(policy);
    }

    /**
     * The counter of a thread.
     *
     * @param people how it stands with each person asked on it; the longest streak speaks
     * @param zone   the user's
     */
    public Counter count(List<ContactHistory> people, Instant now, ZoneId zone) {
        return ContactHistory.speaking(people).map(contact -> count(contact, now, zone)).orElse(Counter.NONE);
    }

    private Counter count(ContactHistory contact, Instant now, ZoneId zone) {
        Standing standing = Standing.of(contact, policy, now, zone);
        if (standing == null) {
            return Counter.NONE;
        }
        String name = contact.person().display();
        if (standing == Standing.ANSWERED) {
            return new Counter(
                    null, texts.say("counter.answered"), texts.say("counter.answered.title", name), Severity.INFO.id(), standing.id());
        }
        int tries = contact.counting().tries();
        LocalDate lastTry = contact.counting().last().sentAt().atZone(zone).toLocalDate();
        int days = (int) ChronoUnit.DAYS.between(lastTry, now.atZone(zone).toLocalDate());
        LocalDate due = policy.due(contact.counting(), zone);
        String badge = tries + "/" + policy.budget();
        // A day that does not matter to a standing is not in its text either.
        LocalDate day = due == null ? lastTry : due;
        return new Counter(
                badge,
                texts.say("counter." + standing.id(), badge, days, day),
                texts.say("counter." + standing.id() + ".title", tries, policy.budget(), name, days, day),
                severity(standing).id(),
                standing.id());
    }

    private static Severity severity(Standing standing) {
        return switch (standing) {
            case DUE -> Severity.HINT;
            case LAST_TRY_SENT -> Severity.WARNING;
            case WAITING, LET_GO, ANSWERED -> Severity.INFO;
        };
    }
}
