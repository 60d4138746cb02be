package tact.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Sets written by somebody who did not know the reader: what was reached on them must not be lost. */
class BlindSetsTest {

    private static final List<String> KINDS = List.of("kinds-blind-1.txt", "kinds-blind-2.txt");
    /** Notes that no field of the header betrays, and what humans write that comes near them. */
    private static final List<String> BARE =
            List.of("kinds-blind-3.txt", "kinds-blind-4.txt", "kinds-blind-5.txt", "kinds-blind-6.txt");

    private static Stream<LabelledMail> mails(String kind) {
        return KINDS.stream().flatMap(file -> LabelledMail.all(file).stream()).filter(mail -> mail.kind().equals(kind));
    }

    /** Part of the mails of a kind that is not taken for a human's. */
    private static double machines(String kind) {
        List<LabelledMail> mails = mails(kind).toList();
        long machines = mails.stream().filter(mail -> !mail.read().mail().authorKind().isHuman()).count();
        return (double) machines / mails.size();
    }

    @ParameterizedTest
    @ValueSource(strings = {"bounce", "delayed", "receipt", "list", "machine"})
    void no_report_and_no_list_is_taken_for_an_answer(String kind) {
        assertThat(machines(kind)).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"auto-reply", "out-of-office"})
    void hardly_a_note_is_taken_for_an_answer(String kind) {
        assertThat(machines(kind)).isGreaterThanOrEqualTo(0.98);
    }

    @ParameterizedTest
    @CsvSource({"kinds-blind-3.txt, 0.95", "kinds-blind-4.txt, 0.83", "kinds-blind-5.txt, 1", "kinds-blind-6.txt, 0.95"})
    void most_notes_without_a_sign_in_the_header_are_no_answers(String file, double part) {
        List<LabelledMail> notes = LabelledMail.all(file).stream().filter(mail -> !mail.kind().equals("human")).toList();
        long machines = notes.stream().filter(mail -> !mail.read().mail().authorKind().isHuman()).count();

        assertThat((double) machines / notes.size()).isGreaterThanOrEqualTo(part);
    }

    @Test
    void no_human_is_taken_for_a_machine() {
        Stream<LabelledMail> near = BARE.stream()
                .flatMap(file -> LabelledMail.all(file).stream())
                .filter(mail -> mail.kind().equals("human"));

        assertThat(Stream.concat(mails("human"), near).filter(mail -> mail.read().mail().authorKind() != AuthorKind.HUMAN))
                .extracting(LabelledMail::label)
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "meaning-en.txt", "meaning-en-held-out.txt", "meaning-en-blind.txt", "meaning-en-fifth.txt", "meaning-en-seventh.txt",
        "meaning-de.txt", "meaning-de-held-out.txt", "meaning-de-blind.txt", "meaning-de-fifth.txt", "meaning-de-seventh.txt"})
    void no_answer_is_taken_for_a_machines(String file) {
        assertThat(Fixtures.rows(file, 2)).allSatisfy(row -> assertThat(answer(row.get(1)).read().mail().authorKind())
                .as(row.get(1))
                .isEqualTo(AuthorKind.HUMAN));
    }

    private static LabelledMail answer(String text) {
        String body = Base64.getMimeEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
        return new LabelledMail(text, """
                From: Ann Lee <ann.lee@hall.example>
                To: Robin Vale <robin.vale@riverside.example>
                Subject: Re: Reading
                In-Reply-To: <1@riverside.example>
                Content-Type: text/plain; charset=utf-8
                Content-Transfer-Encoding: base64

                """ + body);
    }

    @Test
    void every_bounce_names_whom_it_did_not_reach() {
        assertThat(mails("bounce")).allSatisfy(mail -> assertThat(mail.read().mail().failedRecipients()).as(mail.label()).hasSize(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"return-dates-blind-1.txt", "return-dates-blind-2.txt"})
    void the_first_day_back_is_right_in_95_of_100_and_wrong_in_1_at_most(String file) {
        List<List<String>> rows = Fixtures.rows(file, 4).toList();
        long right = rows.stream().filter(row -> day(row).equals(row.get(2))).count();
        long wrong = rows.stream().filter(row -> !day(row).equals("-") && !day(row).equals(row.get(2))).count();

        assertThat((double) right / rows.size()).isGreaterThanOrEqualTo(0.95);
        assertThat((double) wrong / rows.size()).isLessThanOrEqualTo(0.01);
    }

    private static String day(List<String> row) {
        List<Sentence> sentences = Sentence.all(row.get(3));
        LocalDate day = ReturnDate.of(
                "", sentences, Language.of(sentences), LocalDate.parse(row.get(0)), ZoneOffset.UTC, new Address("", row.get(1)));
        return day == null ? "-" : day.toString();
    }
}
