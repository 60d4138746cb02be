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
        return ContactHistory.speaking(people, policy)
                .map(contact -> displayed(contact, now, zone))
                .orElse(Counter.NONE);
    }

    /** While a try waits, a displayed mail says until when. */
    private Counter displayed(ContactHistory contact, Instant now, ZoneId zone) {
        Counter counter = row(contact, now, zone);
        return Standing.WAITING.id().equals(counter.standing())
                ? counter.withText(texts.say("counter.due-on", counter.text(), contact.due(policy, zone)))
                : counter;
    }

    /**
     * The counter as a row of the list has it: without the day that a waiting try is due, which has a column of its
     * own there.
     *
     * @param contact who speaks on the thread
     * @param zone    the user's
     */
    Counter row(ContactHistory contact, Instant now, ZoneId zone) {
        Standing standing = Standing.of(contact, policy, now, zone);
        if (standing == null) {
            return Counter.NONE;
        }
        return contact.onThread().isEmpty() || standing == Standing.AGREED
                ? withoutTries(contact, standing, now, zone)
                : withTries(contact, standing, now, zone);
    }

    /** Where no try is waited for, the day of the standing is what matters, if it has one. */
    private Counter withoutTries(ContactHistory contact, Standing standing, Instant now, ZoneId zone) {
        LocalDate day = switch (standing) {
            case AGREED, MET -> contact.course().meeting();
            case NOT_NOW, DUE -> contact.due(policy, zone);
            default -> null;
        };
        boolean isMeetingDay = standing == Standing.MET && now.atZone(zone).toLocalDate().equals(day);
        String key = "counter." + standing.id() + (isMeetingDay ? ".today" : day == null ? "" : ".on");
        Object[] arguments = day == null ? new Object[] {contact.person().display()} : new Object[] {contact.person().display(), day};
        return new Counter(null, texts.say(key, arguments), texts.say(key + ".title", arguments), severity(standing, contact).id(), standing.id());
    }

    private Counter withTries(ContactHistory contact, Standing standing, Instant now, ZoneId zone) {
        int tries = contact.counting().tries();
        int budget = contact.budget(policy);
        LocalDate lastTry = contact.counting().last().sentAt().atZone(zone).toLocalDate();
        int days = (int) ChronoUnit.DAYS.between(lastTry, now.atZone(zone).toLocalDate());
        LocalDate due = contact.due(policy, zone);
        String badge = tries + "/" + budget;
        // A day that does not matter to a standing is not in its title either.
        LocalDate day = due == null ? lastTry : due;
        boolean isAfterNo = contact.course().isDeclined() && standing == Standing.LAST_TRY_SENT;
        String key = "counter." + (isAfterNo ? Standing.DECLINED.id() : standing.id()) + ".tries";
        return new Counter(
                badge,
                texts.say(key, badge, days),
                texts.say(key + ".title", tries, budget, contact.person().display(), days, day),
                severity(standing, contact).id(),
                standing.id());
    }

    private static Severity severity(Standing standing, ContactHistory contact) {
        if (contact.course().isMuted()) {
            return Severity.INFO;
        }
        return switch (standing) {
            case DUE -> Severity.HINT;
            case LAST_TRY_SENT -> Severity.WARNING;
            case WAITING, LET_GO, DECLINED, NOT_NOW, AGREED, MET, ANSWERED -> Severity.INFO;
        };
    }
}
