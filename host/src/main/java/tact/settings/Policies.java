package tact.settings;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;
import tact.event.Settings;
import tact.tracker.Policy;

/** What the user has set, as a policy: the default where nothing is set. */
public final class Policies {

    /** Waits are counted in weeks; nobody looks further back or ahead than this. */
    private static final int YEARS_AROUND = 2;

    private Policies() {}

    /** @param today holidays are known for the years around it */
    public static Policy of(Settings settings, LocalDate today) {
        Policy plain = Policy.DEFAULT;
        int daysToSecondTry = or(settings.daysToSecondTry(), plain.daysToSecondTry());
        return new Policy(
                or(settings.budget(), plain.budget()),
                daysToSecondTry,
                or(settings.daysToLaterTry(), plain.daysToLaterTry()),
                Math.max(plain.outerDays(), daysToSecondTry),
                plain.workingDaysBack(),
                plain.daysToLater(),
                settings.sameAttemptMinutes() == null ? plain.sameAttempt() : Duration.ofMinutes(settings.sameAttemptMinutes()),
                or(settings.establishedMails(), plain.establishedMails()),
                plain.establishedWithin(),
                settings.workingDays() == null
                        ? plain.workingDays()
                        : settings.workingDays().stream().map(DayOfWeek::of).collect(Collectors.toSet()),
                settings.holidays() == null
                        ? Set.of()
                        : PublicHolidays.of(settings.holidays(), today.getYear() - 1, today.getYear() + YEARS_AROUND));
    }

    private static int or(Integer set, int plain) {
        return set == null ? plain : set;
    }
}
