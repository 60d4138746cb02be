package tact.advice.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static tact.advice.rules.AfterAnswers.declined;
import static tact.advice.rules.AfterAnswers.ranked;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tact.advice.Passage;
import tact.annotation.Texts;
import tact.event.Priority;

class ShortMeetingTest {

    private final ShortMeeting rule = new ShortMeeting();

    @ParameterizedTest
    @ValueSource(strings = {
        "",
        "Dear Anna, thank you. I would still like to show you all of my work.",
        "Guten Tag Frau Berg, danke. Ich würde Ihnen gern die ganze Mappe zeigen."
    })
    void finds_a_mail_that_asks_for_no_short_meeting(String text) {
        assertThat(rule.examine(declined(text, List.of(ranked(Priority.THE_ONE))))).hasValueSatisfying(advice -> {
            assertThat(advice.passage()).isEqualTo(Passage.QUICK_MEETING_AT_THEIR_CONVENIENCE);
            assertThat(advice.fixes()).hasSize(1);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "Dear Anna, would you have ten minutes for me?",
        "Guten Tag Frau Berg, hätten Sie eine Viertelstunde für mich?"
    })
    void is_silent_where_it_is_short(String text) {
        assertThat(rule.examine(declined(text, List.of(ranked(Priority.IMPORTANT))))).isEmpty();
    }

    @Test
    void is_content_with_the_sentence_it_offers() {
        for (Locale language : List.of(Locale.ENGLISH, Locale.GERMAN)) {
            assertThat(rule.examine(declined(Texts.in(language).say("short-meeting.sentence"), List.of(ranked(Priority.THE_ONE))))).isEmpty();
        }
    }

    @Test
    void is_silent_where_there_is_no_such_mail_to_write() {
        AfterAnswers.assertSilentWithoutOneMailAfterNo(rule);
    }
}
