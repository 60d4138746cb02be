package tact.advice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tact.event.Claim;

class CallHelperTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final String WHO = "My name is Lena Vogt, I photographed the harbour for you.";
    private static final String WHAT = "May we print picture four on the cover?";

    private static CallHelper.Result prepare(LocalDate deadline, String reason) {
        return CallHelper.prepare(new Claim.Urgent(deadline, reason), WHO, WHAT, TODAY);
    }

    private static CallHelper.Script script(String introduction, String request) {
        return (CallHelper.Script)
                CallHelper.prepare(new Claim.Urgent(TODAY.plusDays(3), "The print run starts."), introduction, request, TODAY);
    }

    private static Passage refusal(CallHelper.Result result) {
        return result instanceof CallHelper.Refusal refusal ? refusal.passage() : null;
    }

    @Test
    void takes_a_deadline_from_today_to_a_fortnight_from_now() {
        assertThat(prepare(TODAY, "The print run starts.")).isInstanceOf(CallHelper.Script.class);
        assertThat(prepare(TODAY.plusDays(14), "The print run starts.")).isInstanceOf(CallHelper.Script.class);
        assertThat(prepare(TODAY.plusDays(15), "The print run starts."))
                .isEqualTo(new CallHelper.Refusal(
                        Phrase.of("call.refused.far", TODAY.plusDays(15), 14), Passage.URGENT_WITH_DEADLINE));
        assertThat(prepare(TODAY.minusDays(1), "The print run starts."))
                .isEqualTo(new CallHelper.Refusal(Phrase.of("call.refused.past", TODAY.minusDays(1)), Passage.URGENT_WITH_DEADLINE));
    }

    @Test
    void asks_for_a_reason() {
        assertThat(refusal(prepare(TODAY, " "))).isEqualTo(Passage.URGENT_WITH_DEADLINE);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "I would love to meet her in person.",
        "I want to get to know the editor before the fair",
        "She could help me with my job search",
        "I am looking for a new job and she knows the field",
        "networking",
        "Just a quick coffee to pick her brain",
        "I would like to introduce myself before Friday",
        "To grow my network",
        "Ich möchte sie gern kennenlernen.",
        "Ich würde Sie wirklich gern treffen",
        "Damit wir uns kennen lernen",
        "Er kann mir bei meiner Jobsuche helfen",
        "Ich suche eine neue Stelle",
        "auf einen Kaffee",
        "Ich will Kontakte knüpfen",
        "Networking vor der Messe",
    })
    void to_meet_somebody_or_to_look_for_work_is_not_urgent(String reason) {
        assertThat(refusal(prepare(TODAY.plusDays(3), reason))).isEqualTo(Passage.MEETING_SOMEONE_IS_NOT_URGENT);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "The spring issue goes to print on Friday and I need the release for two pictures.",
        "We have to meet the deadline of the grant on Thursday.",
        "Our network is down and the contract ends on Monday.",
        "The board meets on Friday and needs the figures.",
        "The job has to be done before the shop opens on Saturday.",
        "The application for the permit closes on Friday.",
        "Wir müssen bis Freitag eine Entscheidung treffen.",
        "Wie Sie sehen, endet die Frist am Freitag.",
        "Das Netzwerk ist ausgefallen, am Montag kommen die Prüfer.",
        "Die Stelle ist ab Montag unbesetzt, ich brauche Ihre Unterschrift.",
        "Am Donnerstag wird gedruckt, und die Freigabe fehlt.",
    })
    void a_deadline_that_is_one_is_urgent(String reason) {
        assertThat(prepare(TODAY.plusDays(3), reason)).isInstanceOf(CallHelper.Script.class);
    }

    @Test
    void puts_the_introduction_before_the_request_and_leaves_the_words_as_they_are() {
        CallHelper.Script script = script(WHO, WHAT);

        assertThat(script.sentences()).containsExactly(WHO, WHAT);
        assertThat(script.words()).isEqualTo(19);
        assertThat(script.seconds()).isEqualTo(7);
        assertThat(script.findings()).isEmpty();
    }

    @Test
    void finds_what_is_missing_and_what_is_too_much() {
        assertThat(script("", WHAT).findings()).extracting(Phrase::key).containsExactly("call.no-introduction");
        assertThat(script(WHO, "…").findings()).extracting(Phrase::key).containsExactly("call.no-request");
        assertThat(script(WHO, WHAT + " It is for April. I need it today.").findings())
                .containsExactly(Phrase.of("call.sentences", 4));
    }

    @Test
    void twenty_seconds_are_too_long() {
        assertThat(script(WHO, "word ".repeat(38).strip() + ".").findings()).isEmpty();
        assertThat(script(WHO, "word ".repeat(39).strip() + ".").findings())
                .extracting(Phrase::key).containsExactly("call.seconds");
    }

    @Test
    void an_abbreviation_ends_no_sentence() {
        assertThat(script("Hier ist Dr. Lena Vogt vom Studio Nord.", "Dürfen wir Bild Nr. 4 am 27. November drucken?").sentences())
                .hasSize(2);
    }
}
