package tact.advice;

import static org.assertj.core.api.Assertions.assertThat;
import static tact.Post.ANNA;
import static tact.Post.BORIS;
import static tact.Post.CARLA;
import static tact.Post.LENA;
import static tact.Post.ZONE;
import static tact.Post.answer;
import static tact.Post.at;
import static tact.Post.attempt;
import static tact.Post.ids;
import static tact.Post.mails;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tact.Post;
import tact.event.Draft;
import tact.mail.Address;
import tact.mail.Mail;
import tact.tracker.Dossier;
import tact.tracker.Policy;
import tact.tracker.Tracker;

/** Ordinary situations, about which nothing is said. */
class EverydayMailTest {

    private static final Address NOTES = Address.parse("Lena Vogt <lena@private.example>");
    private static final Address LIST = Address.parse("dev@lists.example");
    private static final String NOW = "2026-11-10T09:00";

    private static Optional<Situation> situation(Draft draft, List<Mail> mails) {
        Dossier dossier =
                new Dossier(Set.of(LENA.identity(), NOTES.identity()), Set.of(LIST.identity()), mails, List.of());
        return Situation.of(draft, new Tracker(Policy.DEFAULT).histories(draft, dossier, at(NOW), ZONE), at(NOW), ZONE, Policy.DEFAULT);
    }

    private static void nothingIsSaid(Draft draft, List<Mail> mails) {
        assertThat(situation(draft, mails).map(Rulebook::examine).orElse(List.of())).isEmpty();
    }

    private static Draft forward(Address to, String subject, String text) {
        return Post.draft(List.of(to), subject, List.of(), text);
    }

    @Test
    void a_colleague_who_answers_is_written_to_on_a_new_matter() {
        List<Mail> lively = mails(
                attempt("1", "2026-11-02T09:00"), answer("a", "2026-11-02T10:00").on("1"),
                attempt("2", "2026-11-03T09:00").subject("Lunch"), answer("b", "2026-11-03T09:05").subject("Re: Lunch").on("2"),
                attempt("3", "2026-11-04T09:00").subject("Press"), answer("c", "2026-11-05T09:00").subject("Re: Press").on("3"),
                attempt("4", "2026-11-09T09:00").subject("Unanswered yet"));

        nothingIsSaid(Post.draft(List.of(ANNA), "Invoice", List.of(), "Dear Anna, the invoice is attached."), lively);
        nothingIsSaid(Post.draft(List.of(ANNA), "Re: Press", ids("c"), "Thank you, that settles it."), lively);
    }

    @Test
    void a_note_to_oneself_a_list_and_a_machine_are_asked_nothing() {
        List<Mail> many = mails(
                attempt("1", "2026-11-02T09:00").to(NOTES), attempt("2", "2026-11-03T09:00").to(NOTES),
                attempt("3", "2026-11-04T09:00").to(LIST), attempt("4", "2026-11-05T09:00").to(LIST));

        assertThat(situation(Post.draft(List.of(NOTES), "Shopping", List.of(), "Bread?"), many)).isEmpty();
        assertThat(situation(Post.draft(List.of(LIST), "Crash", List.of(), "Who has seen this?"), many)).isEmpty();
        assertThat(situation(
                        Post.draft(List.of(Address.parse("no-reply@shop.example")), "Order", List.of(), "Where is it?"), many))
                .isEmpty();
    }

    @Test
    void on_a_thread_of_several_people_one_answer_is_an_answer() {
        List<Mail> several = mails(
                attempt("1", "2026-11-02T09:00").to(ANNA, BORIS, CARLA),
                answer("a", "2026-11-02T12:00").from(BORIS).on("1"));

        nothingIsSaid(Post.draft(List.of(ANNA, BORIS, CARLA), "Re: Portfolio", ids("a"), "Then Thursday it is."), several);
    }

    @Test
    void an_answer_to_somebody_who_wrote_first_is_no_try_after_another() {
        List<Mail> asked = mails(answer("a", "2026-11-09T09:00"));

        nothingIsSaid(Post.draft(List.of(ANNA), "Re: Portfolio", ids("a"), "Gladly, here it is."), asked);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "Fwd: Minutes of the board | For your information.",
        "Fwd: Minutes of the board | ''",
        "WG: Protokoll             | Zur Kenntnis. Viele Grüße, Lena",
        "FW: Minutes               | -------- Forwarded Message --------\nSubject: Minutes\nFrom: Boris <b@x.example>\nTo: l@x.example\n\nCould you all come?",
    })
    void a_mail_of_others_passed_on_for_information_asks_nobody(String subject, String text) {
        List<Mail> three = mails(
                attempt("1", "2026-11-02T09:00"), attempt("2", "2026-11-03T09:00").subject("Lunch"),
                attempt("3", "2026-11-04T09:00").subject("Press"));

        assertThat(situation(forward(ANNA, subject, text.replace("\\n", "\n")), three)).isEmpty();
    }

    @Test
    void a_mail_passed_on_with_a_question_and_ones_own_mail_passed_on_again_do_ask() {
        List<Mail> one = mails(attempt("1", "2026-11-02T09:00"));

        assertThat(situation(forward(ANNA, "Fwd: Minutes", "Would Thursday suit you for this?"), one)).isPresent();
        assertThat(situation(
                        forward(ANNA, "Fwd: Portfolio", "For you.\n\nDear Anna, may I show you my portfolio on bridges and harbours? Yours, Lena"),
                        one))
                .isPresent();
        assertThat(situation(Post.draft(List.of(ANNA), "Fwd: Portfolio", ids("1"), "For you."), one)).isPresent();
    }
}
