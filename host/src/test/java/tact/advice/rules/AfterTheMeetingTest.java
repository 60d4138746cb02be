package tact.advice.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static tact.Post.answer;
import static tact.Post.attempt;
import static tact.advice.Situations.followUp;
import static tact.advice.rules.AfterAnswers.at;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import tact.Post;
import tact.advice.Advice;
import tact.advice.Passage;
import tact.advice.Phrase;
import tact.advice.Rulebook;
import tact.advice.Situation;
import tact.mail.Meaning;

class AfterTheMeetingTest {

    private static final LocalDate MEETING = LocalDate.of(2026, 11, 10);
    private static final Post YES = answer("a", "2026-11-03T09:00").on("try1").meaning(Meaning.Kind.YES, "2026-11-10");
    private static final Post THANKS = attempt("try2", "2026-11-11T09:00").on("a");
    private static final Post SECOND = attempt("try3", "2026-11-18T09:00").on("try2");
    private static final Post THIRD = attempt("try4", "2026-11-25T09:00").on("try3");

    private final AfterTheMeeting rule = new AfterTheMeeting();

    @Test
    void says_of_the_first_follow_up_that_silence_means_busy_and_of_the_last_that_the_same_model_counts() {
        assertThat(rule.examine(at("2026-11-18T09:00", "", YES, List.of(), THANKS))).hasValueSatisfying(advice -> {
            assertThat(advice.text()).isEqualTo(Phrase.of("after-the-meeting", "Anna Berg", MEETING, 3));
            assertThat(advice.passage()).isEqualTo(Passage.SILENCE_MEANS_BUSY);
        });
        assertThat(rule.examine(at("2026-11-25T09:00", "", YES, List.of(), THANKS, SECOND)))
                .hasValueSatisfying(advice -> assertThat(advice.passage()).isEqualTo(Passage.SAME_MODEL_AFTER_A_MEETING));
    }

    @Test
    void the_first_mail_after_a_meeting_is_a_thank_you_and_not_pressed_but_counts() {
        Situation thankYou = at("2026-11-11T09:00", "", YES, List.of());

        assertThat(thankYou.isThankYou()).isTrue();
        assertThat(thankYou.attemptNumber()).isEqualTo(1);
        assertThat(Rulebook.examine(thankYou)).isEmpty();
        assertThat(at("2026-11-18T09:00", "", YES, List.of(), THANKS).isThankYou()).isFalse();
        assertThat(at("2026-11-18T09:00", "", YES, List.of(), THANKS).attemptNumber()).isEqualTo(2);
    }

    @Test
    void after_the_new_three_tries_there_is_a_hold() {
        assertThat(Rulebook.examine(at("2026-12-02T09:00", "", YES, List.of(), THANKS, SECOND, THIRD)))
                .extracting(Advice::rule).containsExactly("stop-after-three", "gut-check");
    }

    @Test
    void mails_before_the_meeting_are_about_the_meeting_and_not_pressed() {
        Post confirmed = attempt("try2", "2026-11-03T12:00").on("a");

        Situation before = at("2026-11-05T09:00", "", YES, List.of(), confirmed);

        assertThat(before.isFollowUp()).isFalse();
        assertThat(before.due()).isNull();
        assertThat(Rulebook.examine(before)).isEmpty();
    }

    @Test
    void is_silent_once_they_wrote_after_the_meeting() {
        Post answer = answer("b", "2026-11-12T09:00").on("try2").meaning(Meaning.Kind.OTHER);
        Post later = attempt("try3", "2026-11-13T09:00").on("b");

        assertThat(rule.examine(at("2026-11-23T09:00", "", YES, List.of(), THANKS, answer, later))).isEmpty();
    }

    @Test
    void is_silent_without_a_meeting() {
        assertThat(rule.examine(followUp("2026-11-09T09:00", "2026-11-02T09:00"))).isEmpty();
    }
}
