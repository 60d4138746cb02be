package tact.tracker;

import static org.assertj.core.api.Assertions.assertThat;
import static tact.Post.ZONE;
import static tact.Post.at;
import static tact.Post.attempt;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PolicyTest {

    private final Policy policy = Policy.DEFAULT;

    @Test
    void the_second_try_is_due_a_week_after_the_first() {
        assertThat(policy.due(streak("2026-11-02T09:00"), ZONE)).isEqualTo(LocalDate.of(2026, 11, 9));
    }

    @Test
    void the_last_try_is_due_a_week_after_the_second() {
        assertThat(policy.due(streak("2026-11-02T09:00", "2026-11-10T23:30"), ZONE)).isEqualTo(LocalDate.of(2026, 11, 17));
    }

    @Test
    void a_due_day_on_a_weekend_moves_to_monday() {
        assertThat(policy.due(streak("2026-11-07T09:00"), ZONE)).isEqualTo(LocalDate.of(2026, 11, 16));
        assertThat(policy.due(streak("2026-11-08T09:00"), ZONE)).isEqualTo(LocalDate.of(2026, 11, 16));
    }

    @Test
    void the_day_is_the_users_not_the_one_in_greenwich() {
        Streak late = streak("2026-11-02T00:30");

        assertThat(policy.due(late, ZONE)).isEqualTo(LocalDate.of(2026, 11, 9));
        assertThat(policy.due(late, ZoneId.of("America/Los_Angeles"))).isEqualTo(LocalDate.of(2026, 11, 9));
        assertThat(at("2026-11-02T00:30").atZone(ZoneId.of("America/Los_Angeles")).toLocalDate()).isEqualTo(LocalDate.of(2026, 11, 1));
    }

    @Test
    void nothing_is_due_without_an_attempt_or_past_the_budget() {
        assertThat(policy.due(Streak.NONE, ZONE)).isNull();
        assertThat(policy.due(streak("2026-11-02T09:00", "2026-11-09T09:00", "2026-11-16T09:00"), ZONE)).isNull();
    }

    private static Streak streak(String... sent) {
        return new Streak(Stream.of(sent).map(local -> new Attempt(List.of(attempt(local, local).mail()))).toList());
    }
}
