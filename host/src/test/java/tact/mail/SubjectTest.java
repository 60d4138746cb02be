package tact.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SubjectTest {

    @ParameterizedTest
    @CsvSource({
        "Fwd: Plan, true", "FW: Plan, true", "WG: Plan, true", "Fwd: Re: Plan, true", "TR: Plan, true",
        "Re: Fwd: Plan, false", "AW: Plan, false", "Plan, false", "Forward planning: Plan, false", "'', false",
    })
    void a_forward_begins_with_the_prefix_of_one(String subject, boolean isForward) {
        assertThat(Subject.isForward(subject)).isEqualTo(isForward);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "Re: Portfolio                | portfolio",
        "AW: WG: Portfolio            | portfolio",
        "RE[2]: Fwd: Portfolio        | portfolio",
        "Re(3): Portfolio             | portfolio",
        "回复：作品                     | 作品",
        "SV:  Re: two   spaces        | two spaces",
        "Réf : Rendez-vous            | rendez-vous",
        "[dev] Re: Portfolio          | [dev] portfolio",
        "Re: [dev] AW: Portfolio      | [dev] portfolio",
        "Odp: TR: RIF: YNT: Portfolio | portfolio",
        "Re-2: Portfolio              | portfolio",
        "Απ: Ответ: רד                | רד",
    })
    void of_a_reply_is_what_it_is_about(String text, String base) {
        Subject subject = Subject.of(text);

        assertThat(subject.base()).isEqualTo(base);
        assertThat(subject.isReply()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Portfolio", "Regarding: Portfolio", "Reise: Angebot", "Area: 51", "[dev] Portfolio", "", "   "})
    void without_a_prefix_is_no_reply(String text) {
        assertThat(Subject.of(text).isReply()).isFalse();
        assertThat(Subject.of(text).text()).isEqualTo(text.strip());
    }

    @ParameterizedTest
    @ValueSource(ints = {100_000})
    void of_a_hostile_length_is_cut(int length) {
        assertThat(Subject.of("Re: ".repeat(length)).base().length()).isLessThan(1025);
    }
}
