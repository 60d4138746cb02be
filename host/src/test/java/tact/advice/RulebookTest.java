package tact.advice;

import static org.assertj.core.api.Assertions.assertThat;
import static tact.Post.attempt;
import static tact.Post.mails;
import static tact.advice.Situations.followUp;
import static tact.advice.Situations.letGo;
import static tact.advice.Situations.said;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import tact.annotation.Texts;
import tact.event.Claim;
import tact.mail.Mail;
import tact.tracker.Statement;

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
                assertThat(Rulebook.rule(advice.rule()).passages()).contains(advice.passage());
                assertThat(Files.readString(PAGES.resolve(advice.rule() + ".md")))
                        .contains("`" + advice.passage().id() + "`: „")
                        .contains("| " + advice.severity().id() + " |");
            }
        }
    }

    @Test
    void puts_the_most_severe_first() {
        List<Advice> advice = Rulebook.examine(followUp("2026-11-11T09:00", "2026-11-02T09:00", "2026-11-09T09:00"));

        assertThat(advice).extracting(Advice::rule).containsExactly("last-try", "too-early", "quote-first-mail", "attempt-count", "gut-check");
    }

    @Test
    void after_letting_go_only_what_holds_the_mail_speaks() {
        List<Mail> two = mails(attempt("try1", "2026-11-02T09:00"), attempt("try2", "2026-11-09T09:00").on("try1"));
        List<Mail> three = new ArrayList<>(two);
        three.addAll(mails(attempt("try3", "2026-11-16T09:00").on("try2")));

        assertThat(Rulebook.examine(Situations.of("2026-11-24T09:00", "", two, List.of(letGo("2026-11-23T09:00"))))).isEmpty();
        assertThat(Rulebook.examine(Situations.of("2026-11-24T09:00", "", three, List.of(letGo("2026-11-23T09:00")))))
                .extracting(Advice::severity).containsExactly(Severity.HOLD);
    }

    @Test
    void of_whom_the_user_wants_to_hear_nothing_no_rule_speaks() {
        List<Mail> three = mails(
                attempt("try1", "2026-11-02T09:00"),
                attempt("try2", "2026-11-09T09:00").on("try1"),
                attempt("try3", "2026-11-16T09:00").on("try2"));
        Statement muted = said("2026-11-16T10:00", new Claim.Muted(Claim.Scope.PERSON));

        assertThat(Rulebook.examine(Situations.of("2026-11-17T09:00", "", three, List.of(muted)))).isEmpty();
    }

    @Test
    void has_nothing_to_say_on_a_first_mail() {
        assertThat(Rulebook.examine(followUp("2026-11-02T09:00"))).isEmpty();
    }

    @Test
    void every_rule_that_can_be_switched_off_has_a_title_in_every_language() {
        for (Locale language : Texts.LANGUAGES) {
            for (Rule rule : Rulebook.rules().stream().filter(Rule::canBeSwitchedOff).toList()) {
                assertThat(Texts.in(language).say("rule." + rule.id())).isNotBlank();
            }
        }
    }
}
