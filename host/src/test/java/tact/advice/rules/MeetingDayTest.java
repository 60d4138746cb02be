package tact.advice.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static tact.Post.answer;
import static tact.Post.mails;
import static tact.advice.Situations.followUp;
import static tact.advice.Situations.said;
import static tact.advice.rules.AfterAnswers.at;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tact.Post;
import tact.advice.Choice;
import tact.advice.Fix;
import tact.advice.Phrase;
import tact.advice.Severity;
import tact.advice.Situations;
import tact.event.Claim;
import tact.mail.Meaning;

class MeetingDayTest {

    private static final Post YES = answer("a", "2026-11-03T09:00").on("try1").meaning(Meaning.Kind.YES, "2026-11-10");

    private final MeetingDay rule = new MeetingDay();

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-10T00:00", "2026-11-10T23:59"})
    void recalls_on_the_day_what_to_ask_and_how_to_say_that_there_is_no_meeting(String now) {
        assertThat(rule.examine(at(now, "", YES, List.of()))).hasValueSatisfying(advice -> {
            assertThat(advice.severity()).isEqualTo(Severity.HINT);
            assertThat(advice.text()).isEqualTo(Phrase.of("meeting-day", "Anna Berg"));
            assertThat(advice.fixes()).singleElement().isInstanceOf(Fix.AddSentence.class);
            assertThat(advice.choices()).extracting(Choice::claim).containsExactly(new Claim.Met(null));
        });
    }

    @Test
    void recalls_a_meeting_that_the_user_named() {
        Claim met = new Claim.Met(LocalDate.of(2026, 11, 10));

        assertThat(rule.examine(Situations.of(
                        "2026-11-10T09:00", "", mails(AfterAnswers.ASKED), List.of(said("2026-11-10T08:00", met)))))
                .isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-09T23:59", "2026-11-11T00:00"})
    void is_silent_on_other_days(String now) {
        assertThat(rule.examine(at(now, "", YES, List.of()))).isEmpty();
    }

    @Test
    void is_silent_without_a_meeting_and_once_the_user_said_there_is_none() {
        assertThat(rule.examine(followUp("2026-11-10T09:00", "2026-11-02T09:00"))).isEmpty();
        assertThat(rule.examine(at("2026-11-10T09:00", "", YES, List.of(said("2026-11-10T08:00", new Claim.Met(null)))))).isEmpty();
    }
}
