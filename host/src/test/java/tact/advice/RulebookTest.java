package tact.advice;

import static org.assertj.core.api.Assertions.assertThat;
import static tact.advice.Situations.followUp;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class RulebookTest {

    private static final Path PAGES = Path.of("rules");

    @Test
    void is_sorted_by_id_and_has_no_id_twice() {
        List<String> ids = Rulebook.rules().stream().map(Rule::id).toList();

        assertThat(ids).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void every_rule_is_a_class_of_its_name_with_a_page_of_its_id() throws IOException {
        for (Rule rule : Rulebook.rules()) {
            assertThat(rule.getClass().getSimpleName().replaceAll("([a-z])([A-Z])", "$1-$2")).isEqualToIgnoringCase(rule.id());
            assertThat(Files.readString(PAGES.resolve(rule.id() + ".md"))).startsWith("# " + rule.id() + "\n");
        }
    }

    @Test
    void every_finding_cites_a_passage_that_stands_on_the_page_of_its_rule() throws IOException {
        List<Situation> situations = List.of(
                followUp("2026-11-03T09:00", "2026-11-02T09:00"),
                followUp("2026-11-09T09:00", "2026-11-02T09:00"),
                followUp("2026-11-11T09:00", "2026-11-02T09:00", "2026-11-09T09:00"),
                followUp("2026-11-23T09:00", "2026-11-02T09:00", "2026-11-09T09:00"),
                followUp("2026-11-23T09:00", "2026-11-02T09:00", "2026-11-09T09:00", "2026-11-16T09:00"));
        for (Situation situation : situations) {
            for (Advice advice : Rulebook.examine(situation)) {
                assertThat(Files.readString(PAGES.resolve(advice.rule() + ".md")))
                        .contains("`" + advice.passage().id() + "`: „")
                        .contains("| " + advice.severity().id() + " |");
            }
        }
    }

    @Test
    void puts_the_most_severe_first() {
        List<Advice> advice = Rulebook.examine(followUp("2026-11-11T09:00", "2026-11-02T09:00", "2026-11-09T09:00"));

        assertThat(advice).extracting(Advice::rule).containsExactly("last-try", "too-early", "quote-first-mail", "attempt-count");
    }

    @Test
    void has_nothing_to_say_on_a_first_mail() {
        assertThat(Rulebook.examine(followUp("2026-11-02T09:00"))).isEmpty();
    }
}
