package tact.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;
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
            IntStream.rangeClosed(3, 11).mapToObj(set -> "kinds-blind-" + set + ".txt").toList();

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
    @CsvSource({
        "kinds-blind-3.txt, 0.95", "kinds-blind-4.txt, 0.83", "kinds-blind-5.txt, 1", "kinds-blind-6.txt, 1",
        "kinds-blind-7.txt, 0.8", "kinds-blind-8.txt, 0.48", "kinds-blind-9.txt, 0.65", "kinds-blind-10.txt, 0.77", "kinds-blind-11.txt, 0.86"})
    void notes_without_a_sign_in_the_header_that_were_no_answers_stay_none(String file, double part) {
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
    @ValueSource(strings = {"en", "de"})
    void no_answer_is_taken_for_a_machines(String language) {
        assertThat(Stream.concat(Training.SETS.stream(), Stream.of("-thirteenth"))
                        .flatMap(set -> Fixtures.rows("meaning-" + language + set + ".txt", 2)))
                .allSatisfy(row -> assertThat(answer(row.get(1)).read().mail().authorKind()).as(row.get(1)).isEqualTo(AuthorKind.HUMAN));
    }

    @Test
    void the_impression_of_a_note_is_weighed_by_what_the_sets_teach() throws IOException {
        try (InputStream kept = LinearModel.class.getResourceAsStream("/tact/models/" + NoteImpression.MODEL + ".txt")) {
            assertThat(new String(kept.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo(NoteTraining.model());
        }
    }

    @Test
    void what_sounds_like_a_note_is_none_if_it_answers_nothing_asks_something_or_says_but_one_thing() {
        String note = "I'm away from my desk until Monday. I will reply when I'm back.";

        assertThat(answer(note).read().mail().authorKind()).isEqualTo(AuthorKind.OUT_OF_OFFICE);
        assertThat(answer(note + " Shall we meet then?").read().mail().authorKind()).isEqualTo(AuthorKind.HUMAN);
        assertThat(answer("Dear Robin, " + note).read().mail().authorKind()).isEqualTo(AuthorKind.HUMAN);
        LabelledMail single = answer(note.replace(". I will", " and will"));
        assertThat(single.read().mail().authorKind()).isEqualTo(AuthorKind.HUMAN);
        LabelledMail unasked = new LabelledMail(note, answer(note).raw().replace("Re: ", "").replaceFirst("In-Reply-To: .*\n", ""));
        assertThat(unasked.read().mail().authorKind()).isEqualTo(AuthorKind.HUMAN);
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

    @ParameterizedTest
    @CsvSource({
        "Baja maternal, out-of-office", "Kanzlei geschlossen, out-of-office", "Submission received, auto-reply",
        "Re: Baja maternal, human", "Re: Submission received, human", "Away on the 12th, human"})
    void a_subject_that_only_says_it_is_a_notes_where_it_answers_a_mail(String subject, String kind) {
        String raw = answer("My clients are in the best of hands.").raw().replace("Re: Reading", subject);

        assertThat(new LabelledMail(subject, raw).read().mail().authorKind().id()).isEqualTo(kind);
    }

    @Test
    void every_bounce_names_whom_it_did_not_reach() {
        assertThat(mails("bounce")).allSatisfy(mail -> assertThat(mail.read().mail().failedRecipients()).as(mail.label()).hasSize(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "return-dates-blind-1.txt", "return-dates-blind-2.txt", "return-dates-blind-3.txt", "return-dates-blind-4.txt"})
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
