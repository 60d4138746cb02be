package tact.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class IntroductionTest {

    static Stream<List<String>> sentences() {
        return Fixtures.rows("introductions.txt", 3);
    }

    @ParameterizedTest
    @MethodSource("sentences")
    void makes_two_people_known_to_each_other(List<String> row) {
        String language = row.get(0).equals("-") ? null : row.get(0);

        assertThat(Introduction.isIn(Sentence.all(row.get(2)), language))
                .as(row.get(2))
                .isEqualTo(row.get(1).equals("yes"));
    }

    @Test
    void may_stand_anywhere_in_a_mail() {
        String mail = "Hello Lena,\n\nI hope you are well. Let me introduce you to Anna.\n\nBest, Boris";

        assertThat(Introduction.isIn(Sentence.all(mail), "en")).isTrue();
    }

    /** The answers of the other tests introduce nobody, but for two. */
    @ParameterizedTest
    @ValueSource(strings = {
        "meaning-en.txt", "meaning-en-held-out.txt", "meaning-en-blind.txt", "meaning-en-third.txt",
        "meaning-de.txt", "meaning-de-held-out.txt", "meaning-de-blind.txt", "meaning-de-third.txt"})
    void is_not_read_into_answers(String file) {
        Stream<String> texts = Fixtures.rows(file, 2).map(row -> row.get(1));

        assertThat(texts.filter(text -> Introduction.isIn(Sentence.all(text), null)))
                .allMatch(text -> text.contains("introduce you to"));
    }
}
