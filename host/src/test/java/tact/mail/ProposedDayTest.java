package tact.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProposedDayTest {

    static Stream<List<String>> times() {
        return Fixtures.rows("proposed-days.txt", 4);
    }

    @ParameterizedTest
    @MethodSource("times")
    void is_the_first_on_which_it_is_not_too_early(List<String> row) {
        String language = row.get(0).equals("-") ? null : row.get(0);
        LocalDate expected = row.get(2).equals("-") ? null : LocalDate.parse(row.get(2));

        assertThat(ProposedDay.of(row.get(3), language, LocalDate.parse(row.get(1))))
                .as(row.get(3))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "in March", "late Q1", "next week", "on the 31st", "after Easter", "week 53", "in a week", "Friday",
        "next year", "Ende Februar", "im Winter", "KW 1", "am 31.", "nach Weihnachten", "Mitte des Monats",
        "am Wochenende", "Anfang des Quartals"})
    void is_never_past_nor_far_whatever_day_it_is_written(String words) {
        LocalDate first = LocalDate.of(2027, 1, 1);

        assertThat(IntStream.range(0, 1500).mapToObj(first::plusDays)).allSatisfy(written -> {
            LocalDate day = ProposedDay.of(words, null, written);
            assertThat(day == null || !day.isBefore(written) && !day.isAfter(written.plusYears(2))).isTrue();
        });
    }

    @Test
    void is_unknown_in_a_text_too_long_to_be_a_time() {
        assertThat(ProposedDay.of("in March ".repeat(10_000), "en", LocalDate.of(2026, 11, 23))).isNull();
    }
}
