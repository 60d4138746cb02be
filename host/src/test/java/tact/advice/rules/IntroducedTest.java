package tact.advice.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static tact.Post.CARLA;
import static tact.advice.Situations.said;
import static tact.advice.rules.AfterAnswers.answered;
import static tact.advice.rules.AfterAnswers.at;
import static tact.advice.rules.AfterAnswers.declined;
import static tact.advice.rules.AfterAnswers.ranked;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import tact.advice.Advice;
import tact.advice.Fix;
import tact.advice.Passage;
import tact.advice.Rulebook;
import tact.advice.Severity;
import tact.advice.Situation;
import tact.annotation.Annotation;
import tact.annotation.Annotator;
import tact.annotation.Texts;
import tact.event.Claim;
import tact.event.Priority;
import tact.mail.Address;
import tact.mail.Meaning;
import tact.tracker.Statement;

class IntroducedTest {

    private static final Statement BY_CARLA = said("2026-11-04T09:00", new Claim.Introduced(CARLA));

    private final Introduced rule = new Introduced();

    @Test
    void warns_before_anything_else_and_turns_to_the_introducer() {
        Situation situation = declined("Dear Anna, what a pity.", List.of(BY_CARLA));

        assertThat(rule.examine(situation)).hasValueSatisfying(advice -> {
            assertThat(advice.severity()).isEqualTo(Severity.WARNING);
            assertThat(advice.passage()).isEqualTo(Passage.DO_NOT_ENDANGER_THE_INTRODUCER);
            assertThat(advice.fixes()).singleElement()
                    .isInstanceOfSatisfying(Fix.WriteTo.class, fix -> assertThat(fix.to()).isEqualTo(CARLA));
        });
        assertThat(Rulebook.examine(situation)).first().extracting(Advice::rule).isEqualTo("introduced");
    }

    @Test
    void the_mail_to_the_introducer_can_go_out_as_it_is() {
        Annotation.FixOffer english = offer("Dear Anna, what a pity. Could we talk about it once more?", CARLA);

        assertThat(english.text()).isEqualTo("Could you introduce me to Anna Berg?");
        assertThat(english.body())
                .startsWith("Hello Carla Reuter,\n\nThank you again for putting me in touch with Anna Berg. ")
                .contains("introduce us in a short mail", "quick coffee")
                .endsWith("\n\nBest regards,\nLena Vogt");
    }

    @Test
    void it_is_in_the_drafts_language() {
        Annotation.FixOffer german = offer("Guten Tag Frau Berg, das ist sehr schade. Könnten wir noch einmal darüber sprechen?", CARLA);

        assertThat(german.text()).isEqualTo("Würden Sie mich Anna Berg vorstellen?");
        assertThat(german.body())
                .startsWith("Guten Tag Carla Reuter,\n\nnoch einmal vielen Dank für den Kontakt zu Anna Berg. ")
                .contains("einander vorzustellen", "Kaffee zu dritt")
                .endsWith("\n\nMit freundlichen Grüßen\nLena Vogt");
    }

    @Test
    void a_name_that_is_not_known_is_left_out() {
        assertThat(offer("", Address.parse("c@verlag.example")).body()).startsWith("Hello,\n\n");
    }

    @Test
    void is_silent_about_whom_the_user_found_or_said_nothing_of() {
        assertThat(rule.examine(declined("", List.of()))).isEmpty();
        assertThat(rule.examine(declined("", List.of(said("2026-11-04T09:00", new Claim.Introduced(null)))))).isEmpty();
    }

    @Test
    void a_mere_thank_you_puts_nothing_at_risk() {
        assertThat(rule.examine(declined("Dear Anna, thank you for your answer. All the best!", List.of(BY_CARLA)))).isEmpty();
        assertThat(rule.examine(declined("Guten Tag Frau Berg, vielen Dank für Ihre Antwort.", List.of(BY_CARLA)))).isEmpty();
    }

    @Test
    void is_silent_while_nobody_declined() {
        for (Meaning.Kind meaning : Meaning.Kind.values()) {
            assertThat(rule.examine(at("2026-11-05T09:00", "", answered(meaning), List.of(BY_CARLA)))).isEmpty();
        }
    }

    @Test
    void warns_of_the_one_person_as_well() {
        assertThat(rule.examine(declined("", List.of(BY_CARLA, ranked(Priority.THE_ONE))))).isPresent();
    }

    private static Annotation.FixOffer offer(String draft, Address introducer) {
        Situation situation = declined(draft, List.of(said("2026-11-04T09:00", new Claim.Introduced(introducer))));
        return new Annotator(Texts.in(Locale.ENGLISH)).annotate(situation, Rulebook.examine(situation), false).advice().stream()
                .flatMap(finding -> finding.fixes().stream())
                .filter(fix -> fix.id().equals("write-to"))
                .findFirst()
                .orElseThrow();
    }
}
