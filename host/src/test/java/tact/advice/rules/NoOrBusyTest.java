package tact.advice.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static tact.Post.answer;
import static tact.advice.Situations.said;
import static tact.advice.rules.AfterAnswers.answered;
import static tact.advice.rules.AfterAnswers.at;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tact.Post;
import tact.advice.Actions;
import tact.advice.Choice;
import tact.advice.Passage;
import tact.advice.Situation;
import tact.event.Claim;
import tact.mail.Meaning;
import tact.mail.MessageId;
import tact.tracker.Statement;

class NoOrBusyTest {

    private static final String NOW = "2026-11-05T09:00";

    private final NoOrBusy rule = new NoOrBusy();

    @Test
    void asks_what_an_answer_means_that_reads_like_a_no_and_shows_it() {
        assertThat(rule.examine(at(NOW, "", answered(Meaning.Kind.NO), List.of()))).hasValueSatisfying(advice -> {
            assertThat(advice.passage()).isEqualTo(Passage.DOES_NO_MEAN_NO);
            assertThat(advice.evidence()).isEqualTo(new MessageId("a"));
            assertThat(advice.choices()).extracting(Choice::claim).containsExactly(
                    meant("a", Meaning.Kind.NO), meant("a", Meaning.Kind.NOT_NOW),
                    meant("a", Meaning.Kind.YES), meant("a", Meaning.Kind.OTHER));
        });
    }

    @ParameterizedTest
    @EnumSource(Meaning.Kind.class)
    void asks_no_more_once_the_user_said(Meaning.Kind said) {
        assertThat(rule.examine(at(NOW, "", answered(Meaning.Kind.NO), List.of(AfterAnswers.meant(said))))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(value = Meaning.Kind.class, names = "NO", mode = EnumSource.Mode.EXCLUDE)
    void is_silent_on_every_other_answer(Meaning.Kind meaning) {
        assertThat(rule.examine(at(NOW, "", answered(meaning), List.of()))).isEmpty();
    }

    @Test
    void is_silent_once_they_wrote_something_else() {
        Post later = answer("b", "2026-11-04T09:00").on("a").meaning(Meaning.Kind.OTHER);

        assertThat(rule.examine(at(NOW, "", answered(Meaning.Kind.NO), List.of(), later))).isEmpty();
    }

    @Test
    void is_silent_once_they_met_all_the_same() {
        Statement met = said("2026-11-04T18:00", new Claim.Met(LocalDate.of(2026, 11, 4)));

        assertThat(rule.examine(at(NOW, "", answered(Meaning.Kind.NO), List.of(met)))).isEmpty();
    }

    @Test
    void is_silent_among_people_who_write_to_each_other_all_the_time() {
        Situation everyday = at(
                NOW, "", answered(Meaning.Kind.NO), List.of(),
                answer("old1", "2026-05-01T09:00"), answer("old2", "2026-06-01T09:00"));

        assertThat(everyday.contact().established()).isTrue();
        assertThat(rule.examine(everyday)).isEmpty();
    }

    @Test
    void what_was_read_otherwise_or_said_can_be_corrected_at_any_time() {
        assertThat(meanings(at(NOW, "", answered(Meaning.Kind.YES), List.of())))
                .containsExactly(meant("a", Meaning.Kind.NO), meant("a", Meaning.Kind.NOT_NOW), meant("a", Meaning.Kind.OTHER));
        assertThat(meanings(at(NOW, "", answered(Meaning.Kind.NO), List.of(AfterAnswers.meant(Meaning.Kind.NO)))))
                .containsExactly(meant("a", Meaning.Kind.NOT_NOW), meant("a", Meaning.Kind.YES), meant("a", Meaning.Kind.OTHER));
        assertThat(meanings(at(NOW, "", answered(Meaning.Kind.NO), List.of()))).as("asked for already").isEmpty();
    }

    private static List<Claim> meanings(Situation situation) {
        return Actions.on(situation).stream().map(Choice::claim).filter(Claim.Meant.class::isInstance).toList();
    }

    private static Claim meant(String mail, Meaning.Kind meaning) {
        return new Claim.Meant(new MessageId(mail), meaning);
    }
}
