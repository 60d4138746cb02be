package tact.advice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * {@code host/rules/README.md} and the rules' pages, against what the rules themselves say. After a wanted change
 * {@code -Drules.write=true} writes README.md anew; read the difference before it is committed.
 */
class RulesReadmeTest {

    private static final Path PAGES = Path.of("rules");
    private static final Path README = PAGES.resolve("README.md");
    private static final String OWN = "Tact's own";

    private static final String INTRODUCTION = """
            # The rules

            One rule looks for one thing. What it finds is an info, a hint, a warning or a hold: only a hold asks before a mail goes out. A
            rule rests on passages of the article, which its page quotes, or it is %s, and says so with each finding.

            **To switch one off:** "Switch off" beside its advice in the panel, for this mail or for good, or the switch beside its name among
            the add-on's settings; on the command line `tact advise --silenced RULE`. A hold cannot be switched off, but "Send anyway" sends.

            This page is made from the rules (`mvn -pl host test -Dtest=RulesReadmeTest -Drules.write=true`), and a test compares it with
            them.
            """.formatted(OWN);

    @Test
    void readme_lists_every_rule_as_it_is() throws IOException {
        if (Boolean.getBoolean("rules.write")) {
            Files.writeString(README, readme());
        }

        assertThat(Files.readString(README)).isEqualTo(readme());
    }

    @TestFactory
    Stream<DynamicTest> the_table_on_a_rules_page_says_what_the_rule_says() {
        return Rulebook.rules().stream().map(rule -> DynamicTest.dynamicTest(rule.id(), () -> {
            List<String> cells = Arrays.stream(page(rule).lines()
                            .filter(line -> line.startsWith("| "))
                            .skip(1)
                            .findFirst()
                            .orElseThrow()
                            .split("\\|"))
                    .map(String::strip)
                    .filter(cell -> !cell.isEmpty())
                    .toList();

            assertThat(cells).hasSize(3);
            assertThat(cells.get(0)).isEqualTo(rule.severity().id());
            assertThat(Set.of(cells.get(1).split(", "))).isEqualTo(Set.of(passages(rule).split(", ")));
            assertThat(cells.get(2)).isEqualTo(switchOff(rule));
        }));
    }

    @TestFactory
    Stream<DynamicTest> a_rules_page_quotes_each_of_its_passages() {
        return Rulebook.rules().stream().map(rule -> DynamicTest.dynamicTest(rule.id(), () -> {
            for (Passage passage : rule.passages()) {
                assertThat(page(rule)).contains("- `" + passage.id() + "`: „");
            }
        }));
    }

    @Test
    void every_passage_of_the_article_is_cited_by_a_rule() {
        Set<Passage> cited = EnumSet.noneOf(Passage.class);
        Rulebook.rules().forEach(rule -> cited.addAll(rule.passages()));

        assertThat(cited).containsExactlyInAnyOrder(Passage.values());
    }

    private static String readme() throws IOException {
        StringBuilder readme = new StringBuilder(INTRODUCTION)
                .append("\n| rule | severity | passages | switch off |\n|---|---|---|---|\n");
        for (Rule rule : Rulebook.rules()) {
            readme.append("| [" + rule.id() + "](" + rule.id() + ".md) | " + rule.severity().id() + " | " + passages(rule) + " | "
                    + switchOff(rule) + " |\n");
        }
        for (Rule rule : Rulebook.rules()) {
            readme.append("\n## " + rule.id() + "\n\n" + summary(rule) + "\n\n" + quoted(example(rule)) + "\n");
        }
        return readme.toString();
    }

    private static String passages(Rule rule) {
        return rule.passages().isEmpty()
                ? OWN
                : rule.passages().stream().sorted().map(passage -> "`" + passage.id() + "`").collect(Collectors.joining(", "));
    }

    private static String switchOff(Rule rule) {
        return rule.canBeSwitchedOff() ? "for this mail or for good" : "no";
    }

    private static String page(Rule rule) throws IOException {
        return Files.readString(PAGES.resolve(rule.id() + ".md"));
    }

    /** The paragraph under the title. */
    private static String summary(Rule rule) throws IOException {
        return page(rule).split("\n\n")[1].strip();
    }

    private static String example(Rule rule) throws IOException {
        String heading = "\n## Example\n\n";
        String page = page(rule);
        assertThat(page).contains(heading);
        String rest = page.substring(page.indexOf(heading) + heading.length());
        int next = rest.indexOf("\n## ");
        return (next < 0 ? rest : rest.substring(0, next)).strip();
    }

    private static String quoted(String text) {
        return text.lines().map(line -> line.isEmpty() ? ">" : "> " + line).collect(Collectors.joining("\n"));
    }
}
