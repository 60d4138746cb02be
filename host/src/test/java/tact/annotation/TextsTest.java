package tact.annotation;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.ChoiceFormat;
import java.text.MessageFormat;
import java.time.LocalDate;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tact.advice.Passage;

class TextsTest {

    private static final ResourceBundle ENGLISH = bundle(Locale.ENGLISH);

    private static ResourceBundle bundle(Locale language) {
        return ResourceBundle.getBundle(
                "tact.messages", language, ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    private static Stream<Locale> languages() {
        return Texts.LANGUAGES.stream();
    }

    @ParameterizedTest
    @MethodSource("languages")
    void every_language_has_every_text_with_the_same_arguments(Locale language) {
        ResourceBundle other = bundle(language);

        assertThat(other.keySet()).isEqualTo(ENGLISH.keySet());
        for (String key : ENGLISH.keySet()) {
            if (!key.startsWith("date.")) {
                assertThat(arguments(other.getString(key))).as(key).isEqualTo(arguments(ENGLISH.getString(key)));
            }
        }
    }

    @Test
    void dates_are_written_as_the_country_writes_them() {
        LocalDate day = LocalDate.of(2026, 1, 5);

        assertThat(Texts.in(Locale.ENGLISH).fullDay(day)).isEqualTo("Mon 5 Jan 2026");
        assertThat(Texts.in(Locale.UK).fullDay(day)).isEqualTo("Mon 5 Jan 2026");
        assertThat(Texts.in(Locale.US).fullDay(day)).isEqualTo("Mon, Jan 5, 2026");
        assertThat(Texts.in(Locale.forLanguageTag("de-AT")).fullDay(day)).isEqualTo("Mo., 5. Jän. 2026");
        assertThat(Texts.in(Locale.FRANCE).fullDay(day)).isEqualTo("Mon 5 Jan 2026");
    }

    private static Set<String> arguments(String pattern) {
        Set<String> used = new TreeSet<>();
        for (int i = 0; i < 10; i++) {
            if (pattern.contains("{" + i + "}") || pattern.contains("{" + i + ",")) {
                used.add("{" + i + "}");
            }
        }
        return used;
    }

    @ParameterizedTest
    @MethodSource("languages")
    void every_text_is_a_pattern_that_leaves_no_brace_or_quote_mark_behind(Locale language) {
        for (String key : bundle(language).keySet()) {
            if (!key.startsWith("date.")) {
                MessageFormat format = new MessageFormat(bundle(language).getString(key), language);
                Object[] arguments = Stream.of(format.getFormatsByArgumentIndex())
                        .map(part -> part instanceof ChoiceFormat ? (Object) 2 : "Name")
                        .toArray();
                assertThat(format.format(arguments)).as(key).doesNotContain("{", "}", "''");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("languages")
    void every_passage_has_words(Locale language) {
        for (Passage passage : Passage.values()) {
            assertThat(bundle(language).getString("passage." + passage.id())).isNotBlank();
        }
    }

    @Test
    void plural_forms_are_right() {
        Texts german = Texts.in(Locale.GERMANY);
        LocalDate day = LocalDate.of(2026, 11, 30);
        LocalDate last = day.minusDays(7);

        assertThat(german.say("counter.waiting.tries", "1/3", 0)).isEqualTo("1/3 · heute gesendet");
        assertThat(german.say("counter.waiting.tries", "1/3", 1)).isEqualTo("1/3 · wartet seit 1 Tag");
        assertThat(german.say("counter.waiting.tries", "1/3", 2)).isEqualTo("1/3 · wartet seit 2 Tagen");
        assertThat(german.say("counter.due-on", "1/3 · heute gesendet", day))
                .isEqualTo("1/3 · heute gesendet · fällig Montag, 30. November");
        assertThat(german.say("too-early", 1, day, day.minusDays(6), 7))
                .isEqualTo("Sie haben gestern geschrieben. Lassen Sie eine Woche vergehen: Montag, 30. November ist ein guter Tag für diese Mail.");
        assertThat(Texts.in(Locale.UK).say("too-early", 0, day, day.minusDays(7), 7))
                .isEqualTo("You wrote today. Give it a week: Mon 30 Nov is a good day for this mail.");
        assertThat(german.say("too-early", 2, day, last, 9))
                .isEqualTo("Ihre letzte Mail vom Montag, 23. November ist 2 Tage her. Lassen Sie etwas Zeit vergehen: "
                        + "Montag, 30. November ist ein guter Tag für diese Mail.");
        assertThat(german.say("due", 7, last))
                .isEqualTo("Zuletzt haben Sie am Montag, 23. November geschrieben, vor einer Woche: ein guter Zeitpunkt, es noch einmal zu versuchen.");
        assertThat(Texts.in(Locale.UK).say("due", 9, last)).isEqualTo("You last wrote on Mon 23 Nov, 9 days ago: a good time to try again.");
    }

    @Test
    void a_language_that_is_not_there_is_english_whatever_the_systems_language() {
        Locale system = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            assertThat(Texts.in(Locale.FRENCH).say("hold.title")).isEqualTo("Let it go?");
        } finally {
            Locale.setDefault(system);
        }
    }

    @Test
    void a_name_cannot_rearrange_or_flood_a_sentence() {
        String said = Texts.in(Locale.ENGLISH).say("counter.answered.title", "\u202eevil\u2066\n" + "x".repeat(500));

        assertThat(said).doesNotContain("\u202e", "\u2066", "\n").hasSizeLessThan(200).endsWith(" was answered.");
    }

    @Test
    void a_name_with_braces_and_quotes_is_a_name() {
        assertThat(Texts.in(Locale.ENGLISH).say("counter.answered.title", "{0} O''Neil '{'"))
                .isEqualTo("Your mail to {0} O''Neil '{' was answered.");
    }
}
