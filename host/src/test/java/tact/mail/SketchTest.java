package tact.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SketchTest {

    private static final String FIRST = """
            Dear Anna,

            I have photographed the bridges and harbours of the north for four years, and I believe that the
            series would fit your spring issue. May I show you a selection, twenty minutes, wherever it suits you?

            Kind regards
            Lena Vogt
            """;

    private static final String DRAFT = "Dear Anna,\n\nI would like to come back to my question below.\n\nLena\n\n";

    @Test
    void finds_a_mail_quoted_with_marks_and_other_line_breaks() {
        String quoted = "> " + FIRST.replace("\n", " ").replaceAll("(.{20,40}) ", "$1\n> ");

        assertThat(Sketch.of(FIRST).containedIn(DRAFT + "On Monday, Lena wrote:\n" + quoted)).isEqualTo(1);
    }

    @Test
    void finds_a_mail_whose_greeting_and_signature_were_trimmed() {
        String trimmed = FIRST.substring(FIRST.indexOf("I have"), FIRST.indexOf("Kind"));

        assertThat(Sketch.of(FIRST).containedIn(DRAFT + trimmed)).isGreaterThan(0.5);
    }

    @Test
    void does_not_find_a_mail_in_a_draft_that_only_speaks_of_it() {
        assertThat(Sketch.of(FIRST).containedIn(DRAFT + "It was about bridges and harbours for your spring issue."))
                .isLessThan(0.3);
        assertThat(Sketch.of(FIRST).containedIn("")).isZero();
    }

    @Test
    void of_a_text_of_one_word_is_contained_where_the_word_is_all_there_is() {
        assertThat(Sketch.of("Hello?").containedIn("hello")).isEqualTo(1);
    }

    @Test
    void of_nothing_is_contained_in_nothing() {
        assertThat(Sketch.of(" -- ").containedIn("-- ")).isZero();
        assertThat(Sketch.of(" -- ")).isEqualTo(Sketch.EMPTY);
    }

    @Test
    void survives_storing() {
        Sketch sketch = Sketch.of(FIRST);

        assertThat(Sketch.fromBytes(sketch.toBytes())).isEqualTo(sketch);
        assertThat(Sketch.fromBytes(new byte[0])).isEqualTo(Sketch.EMPTY);
        assertThatThrownBy(() -> Sketch.fromBytes(new byte[5])).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void keeps_at_most_96_bytes_of_any_text() {
        assertThat(Sketch.of(FIRST.repeat(500)).toBytes().length).isLessThanOrEqualTo(96);
    }
}
