package tact.advice.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static tact.Post.ANNA;
import static tact.Post.BORIS;
import static tact.Post.LENA;
import static tact.Post.ZONE;
import static tact.Post.answer;
import static tact.Post.attempt;
import static tact.Post.mails;
import static tact.advice.Situations.said;
import static tact.advice.rules.AfterAnswers.answered;
import static tact.advice.rules.AfterAnswers.at;
import static tact.advice.rules.AfterAnswers.declined;
import static tact.advice.rules.AfterAnswers.ranked;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tact.Post;
import tact.advice.Advice;
import tact.advice.Passage;
import tact.advice.Phrase;
import tact.advice.Rulebook;
import tact.advice.Severity;
import tact.advice.Situation;
import tact.event.Claim;
import tact.event.Draft;
import tact.event.Priority;
import tact.mail.Meaning;
import tact.tracker.Dossier;
import tact.tracker.Policy;
import tact.tracker.Tracker;

class DeclinedTest {

    private static final Post ONE_MORE = attempt("try2", "2026-11-03T12:00").on("a");

    private final Declined rule = new Declined();

    @Test
    void lets_one_mail_pass_after_a_firm_no_and_holds_the_next() {
        for (Priority priority : List.of(Priority.THE_ONE, Priority.IMPORTANT)) {
            assertThat(rule.examine(declined("", List.of(ranked(priority))))).isEmpty();
            assertThat(rule.examine(declined("", List.of(ranked(priority)), ONE_MORE))).hasValueSatisfying(advice -> {
                assertThat(advice.severity()).isEqualTo(Severity.HOLD);
                assertThat(advice.text()).isEqualTo(Phrase.of("declined", "Anna Berg", 1));
                assertThat(advice.passage()).isEqualTo(Passage.STALKER_STATUS);
            });
        }
    }

    @Test
    void holds_the_next_even_if_the_user_never_said_how_important_they_are() {
        assertThat(rule.examine(declined("", List.of()))).isEmpty();
        assertThat(rule.examine(declined("", List.of(), ONE_MORE))).isPresent();
    }

    @Test
    void holds_the_first_already_to_one_of_many() {
        assertThat(rule.examine(declined("Dear Anna, could we meet after all?", List.of(ranked(Priority.ONE_OF_MANY)))))
                .hasValueSatisfying(advice -> {
                    assertThat(advice.text()).isEqualTo(Phrase.of("declined.one-of-many", "Anna Berg"));
                    assertThat(advice.passage()).isEqualTo(Passage.DOES_NO_MEAN_NO);
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "Dear Anna,\n\nThank you for your honest answer. All the best for the spring issue!\n\nYours,\nLena",
        "Guten Tag Frau Berg,\n\nvielen Dank für Ihre offene Antwort. Alles Gute für das Frühlingsheft!\n\nViele Grüße\nLena Vogt"
    })
    void a_mere_thank_you_to_one_of_many_is_polite_but_only_once(String thanks) {
        assertThat(rule.examine(declined(thanks, List.of(ranked(Priority.ONE_OF_MANY))))).isEmpty();
        assertThat(rule.examine(declined(thanks, List.of(ranked(Priority.ONE_OF_MANY)), ONE_MORE))).isPresent();
    }

    @Test
    void is_the_only_hold_there_is() {
        Post[] four = {
            ONE_MORE,
            attempt("try3", "2026-11-03T15:00").on("try2"),
            attempt("try4", "2026-11-04T09:00").on("try3"),
            attempt("try5", "2026-11-04T12:00").on("try4")};

        assertThat(holds(declined("", List.of(), four))).containsExactly("declined");
        assertThat(holds(at("2026-11-05T09:00", "", answered(Meaning.Kind.NO), List.of(), four))).containsExactly("stop-after-three");
    }

    @Test
    void lets_everything_pass_once_they_wrote_again() {
        Post again = answer("b", "2026-11-04T09:00").on("try2").meaning(Meaning.Kind.OTHER);

        assertThat(rule.examine(declined("", List.of(ranked(Priority.ONE_OF_MANY)), ONE_MORE, again))).isEmpty();
    }

    @Test
    void speaks_although_somebody_else_who_did_not_decline_is_asked_first() {
        Draft both = Post.draft(List.of(BORIS, ANNA), "Portfolio", List.of(), "Dear Boris, dear Anna, could we meet?");
        Dossier dossier = new Dossier(
                Set.of(LENA.identity()),
                Set.of(),
                mails(AfterAnswers.ASKED, answered(Meaning.Kind.NO)),
                List.of(AfterAnswers.meant(Meaning.Kind.NO), ranked(Priority.ONE_OF_MANY)));
        Instant now = Post.at("2026-11-05T09:00");
        Tracker tracker = new Tracker(Policy.DEFAULT);

        assertThat(Situation.of(both, tracker.histories(both, dossier, now, ZONE), now, ZONE, Policy.DEFAULT).flatMap(rule::examine))
                .hasValueSatisfying(advice -> assertThat(advice.text()).isEqualTo(Phrase.of("declined.one-of-many", "Anna Berg")));
    }

    @Test
    void a_meeting_after_the_no_overtakes_it() {
        Situation met = declined("", List.of(said("2026-11-04T18:00", new Claim.Met(LocalDate.of(2026, 11, 4)))), ONE_MORE);

        assertThat(rule.examine(met)).isEmpty();
        assertThat(met.isDeclined()).isFalse();
        assertThat(met.budget()).isEqualTo(3);
    }

    @Test
    void is_silent_while_the_no_is_only_read() {
        assertThat(rule.examine(at("2026-11-05T09:00", "", answered(Meaning.Kind.NO), List.of(), ONE_MORE))).isEmpty();
    }

    private static List<String> holds(Situation situation) {
        return Rulebook.examine(situation).stream().filter(advice -> advice.severity() == Severity.HOLD).map(Advice::rule).toList();
    }
}
