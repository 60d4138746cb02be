package tact.advice.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static tact.advice.Situations.followUp;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tact.advice.Advice;
import tact.advice.Rule;
import tact.advice.Rulebook;
import tact.advice.Situation;

/** The rules on the words of a follow-up, on whole mails and on sentences: few and right. */
class LinterTest {

    private static final List<String> LINTER = List.of(
            "empty-nudge", "missing-name", "no-request", "pressure", "reproach", "several-requests", "too-long");
    private static final String[] ONE = {"2026-11-02T09:00"};

    private static Stream<List<String>> rows(String file) {
        try (InputStream in = LinterTest.class.getResourceAsStream("/tact/advice/" + file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("//"))
                    .map(line -> Stream.of(line.split("\\|", 3)).map(cell -> cell.strip().replace("\\n", "\n")).toList())
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Stream<List<String>> annoying() {
        return rows("annoying.txt");
    }

    static Stream<List<String>> nearMisses() {
        return rows("near-misses.txt");
    }

    private static Situation letter(String language, String sentence) {
        String text = language.equals("de")
                ? "Sehr geehrte Frau Berg,\n\n" + sentence + "\n\nMit freundlichen Grüßen\nLena Vogt"
                : "Dear Ms Berg,\n\n" + sentence + "\n\nKind regards\nLena Vogt";
        return followUp("2026-11-11T09:00", text, ONE);
    }

    private static List<Advice> lint(Situation situation) {
        return Rulebook.examine(situation).stream().filter(advice -> LINTER.contains(advice.rule())).toList();
    }

    @Test
    void on_ordinary_follow_ups_there_is_at_most_one_squiggle_in_five_mails() {
        List<String> mails = Stream.of("follow-ups-en.txt", "follow-ups-de.txt").flatMap(LinterTest::rows).map(row -> row.get(0)).toList();
        List<String> found = mails.stream()
                .flatMap(mail -> lint(followUp("2026-11-11T09:00", mail, ONE)).stream().map(advice -> advice.rule() + ": " + mail))
                .toList();

        assertThat(mails).hasSizeGreaterThanOrEqualTo(60);
        assertThat(found).hasSizeLessThanOrEqualTo(mails.size() / 5);
    }

    @ParameterizedTest
    @MethodSource("annoying")
    void finds_what_annoys(List<String> row) {
        Rule rule = Rulebook.rule(row.get(0));

        assertThat(rule.examine(letter(row.get(1), row.get(2)))).as(row.get(2)).hasValueSatisfying(advice ->
                assertThat(advice.ranges()).isNotEmpty());
    }

    @ParameterizedTest
    @MethodSource("nearMisses")
    void is_silent_on_what_only_looks_as_if_it_annoyed(List<String> row) {
        assertThat(Rulebook.rule(row.get(0)).examine(letter(row.get(1), row.get(2)))).as(row.get(2)).isEmpty();
    }
}
