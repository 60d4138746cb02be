package tact.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tact.event.Settings;
import tact.tracker.Policy;

class PoliciesTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-11-23");

    @Test
    void nothing_set_is_the_articles_policy() {
        assertThat(Policies.of(Settings.NONE, TODAY)).isEqualTo(Policy.DEFAULT);
    }

    @Test
    void what_is_set_counts() {
        Policy policy = Policies.of(new Settings(null, List.of(7, 1), 2, 10, 5, 30, 6, List.of()), TODAY);

        assertThat(policy.workingDays()).containsExactlyInAnyOrder(DayOfWeek.SUNDAY, DayOfWeek.MONDAY);
        assertThat(policy.budget()).isEqualTo(2);
        assertThat(policy.daysAfter(1)).isEqualTo(10);
        assertThat(policy.daysAfter(2)).isEqualTo(5);
        assertThat(policy.sameAttempt()).hasMinutes(30);
        assertThat(policy.establishedMails()).isEqualTo(6);
    }

    @Test
    void a_value_out_of_bounds_is_as_good_as_none() {
        Settings wrong = new Settings("Bavaria; DROP", Arrays.asList(1, null), 0, -1, 1000, 100_000, 0, null);

        assertThat(wrong).isEqualTo(Settings.NONE);
    }

    @Test
    void a_due_day_moves_off_the_chosen_countrys_holidays() {
        Policy germany = Policies.of(new Settings("DE", null, null, null, null, null, null, List.of()), TODAY);
        Policy bavaria = Policies.of(new Settings("de-by", null, null, null, null, null, null, List.of()), TODAY);

        assertThat(germany.workingDay(LocalDate.parse("2026-12-25"))).isEqualTo("2026-12-28");
        assertThat(germany.workingDay(LocalDate.parse("2027-01-06"))).isEqualTo("2027-01-06");
        assertThat(bavaria.workingDay(LocalDate.parse("2027-01-06"))).isEqualTo("2027-01-07");
        assertThat(Policy.DEFAULT.workingDay(LocalDate.parse("2026-12-25"))).isEqualTo("2026-12-25");
    }

    @Test
    void a_country_that_nobody_knows_has_no_holidays() {
        assertThat(Policies.of(new Settings("XX", null, null, null, null, null, null, List.of()), TODAY).holidays()).isEmpty();
    }

    @Test
    void a_calendar_without_a_working_day_does_not_hang() {
        Policy never = new Policy(3, 7, 7, 14, 2, 21, Policy.DEFAULT.sameAttempt(), 3, Policy.DEFAULT.establishedWithin(),
                Set.of(DayOfWeek.MONDAY),
                Stream.iterate(TODAY, day -> day.plusDays(1)).limit(400).collect(Collectors.toSet()));

        assertThat(never.workingDay(TODAY)).isAfter(TODAY);
    }

    @Test
    void regions_have_names_in_the_users_language() {
        assertThat(PublicHolidays.countries()).contains("DE", "AT").doesNotContain("BV").isSorted();
        assertThat(PublicHolidays.regions("DE", Locale.GERMAN)).contains(new PublicHolidays.Calendar("DE-BY", "Bayern"));
        assertThat(PublicHolidays.regions("XX", Locale.GERMAN)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"AT", "CH", "CH-ZH", "DE", "ES", "FR", "GB", "IT", "NL", "PL", "PT", "US"})
    void a_countrys_year_has_holidays(String code) {
        assertThat(PublicHolidays.of(code, 2026, 2026)).hasSizeBetween(5, 30);
    }
}
