package tact.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReturnDateTest {

    static Stream<List<String>> notes() {
        return Stream.of("return-dates.txt", "return-dates-adverse.txt").flatMap(file -> Fixtures.rows(file, 4));
    }

    @ParameterizedTest
    @MethodSource("notes")
    void is_the_first_day_back(List<String> row) {
        LocalDate expected = row.get(2).equals("-") ? null : LocalDate.parse(row.get(2));

        assertThat(read("", row.get(3), row.get(0), row.get(1))).as(row.get(3)).isEqualTo(expected);
    }

    @Test
    void is_read_from_the_subject_where_the_text_names_none() {
        assertThat(read("Out of office until 11 May", "Thank you for your message.", "2026-05-01", "a@x.example"))
                .isEqualTo(LocalDate.parse("2026-05-11"));
    }

    private static LocalDate read(String subject, String text, String written, String from) {
        List<Sentence> sentences = Sentence.all(text);
        return ReturnDate.of(
                subject, sentences, Language.of(sentences), LocalDate.parse(written), ZoneOffset.UTC, new Address("", from));
    }
}
