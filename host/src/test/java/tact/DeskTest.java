package tact;

import static org.assertj.core.api.Assertions.assertThat;
import static tact.Post.ANNA;
import static tact.Post.CARLA;
import static tact.Post.LENA;
import static tact.Post.ZONE;
import static tact.Post.at;
import static tact.Post.attempt;
import static tact.Post.ids;
import static tact.Post.mails;
import static tact.Post.newDraft;
import static tact.Post.replyTo;

import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tact.annotation.Annotation;
import tact.annotation.CallAnswer;
import tact.event.Event;
import tact.event.Event.Search;
import tact.event.Claim;
import tact.event.Outcome;
import tact.event.Settings;
import tact.event.RawMail;
import tact.event.SearchKind;
import tact.mail.Address;
import tact.mail.MessageId;
import tact.protocol.Reply;
import tact.store.SqliteLedger;
import tact.tracker.LedgerException;

class DeskTest {

    private final SqliteLedger ledger = SqliteLedger.inMemory();
    private Instant now = at("2026-11-23T09:00");
    private final Clock clock = ((InstantSource) () -> now).withZone(ZONE);
    private final Desk desk = new Desk(() -> ledger, clock);

    @AfterEach
    void close() {
        ledger.close();
    }

    private static Event.Hello hello(Integer... protocols) {
        return new Event.Hello("0.1.0", Set.of(protocols), Locale.ENGLISH, ZONE, List.of(LENA), Settings.NONE);
    }

    private Annotation annotation(Event event) {
        return ((Reply.Annotated) desk.handle(event)).annotation();
    }

    private void threeTries() {
        ledger.recordMails(
                mails(
                        attempt("1", "2026-11-02T09:00"),
                        attempt("2", "2026-11-09T09:00").on("1"),
                        attempt("3", "2026-11-16T09:00").on("2")),
                now);
    }

    @Test
    void nothing_comes_before_the_handshake() {
        assertThat(desk.handle(new Event.DraftChanged(newDraft(), false)))
                .isInstanceOfSatisfying(Reply.Problem.class, problem -> assertThat(problem.code()).isEqualTo(5));
    }

    @Test
    void an_extension_of_another_protocol_is_told_which_side_to_update() {
        assertThat(desk.handle(hello(2, 3))).isInstanceOfSatisfying(Reply.Problem.class, problem -> {
            assertThat(problem.code()).isEqualTo(4);
            assertThat(problem.text()).contains("update the Tact host");
        });
        assertThat(desk.handle(hello(0))).isInstanceOfSatisfying(
                Reply.Problem.class, problem -> assertThat(problem.text()).contains("update the Tact add-on"));
        assertThat(desk.handle(hello(1, 2))).isInstanceOf(Reply.Welcome.class);
    }

    @Test
    void a_ledger_that_cannot_be_opened_is_a_problem_that_ends_when_it_can() {
        boolean[] broken = {true};
        Desk unlucky = new Desk(
                () -> {
                    if (broken[0]) {
                        throw new LedgerException("The ledger x cannot be opened: disk full", null);
                    }
                    return ledger;
                },
                clock);

        assertThat(unlucky.handle(hello(1))).isInstanceOfSatisfying(Reply.Problem.class, problem -> {
            assertThat(problem.code()).isEqualTo(8);
            assertThat(problem.retryable()).isTrue();
            assertThat(problem.text()).contains("every mail goes out").contains("disk full");
        });
        broken[0] = false;
        assertThat(unlucky.handle(hello(1))).isInstanceOf(Reply.Welcome.class);
    }

    @Test
    void facts_that_come_while_a_draft_is_open_change_its_annotation() {
        desk.handle(hello(1));
        assertThat(annotation(new Event.DraftChanged(newDraft(), false)).badge()).isEqualTo("1/3");

        ledger.recordMails(mails(attempt("1", "2026-11-02T09:00")), now);

        assertThat(annotation(new Event.DraftChanged(newDraft(), false)).badge()).isEqualTo("2/3");
    }

    @Test
    void a_draft_that_asks_nobody_has_no_annotation() {
        desk.handle(hello(1));

        assertThat(annotation(new Event.DraftChanged(Post.draft(List.of(), "x", List.of(), ""), false))).isEqualTo(Annotation.NONE);
        assertThat(annotation(new Event.DraftChanged(Post.draft(List.of(LENA), "x", List.of(), ""), false)))
                .isEqualTo(Annotation.NONE);
    }

    @Test
    void looking_is_shown_only_for_a_person_who_has_never_been_looked_for() {
        desk.handle(hello(1));
        assertThat(annotation(new Event.DraftChanged(newDraft(), true)).lens().text()).startsWith("Looking");

        desk.handle(new Event.HistoryRead(List.of(search(SearchKind.ADDRESS, ANNA.spec(), "2026-11-23T09:00"))));

        assertThat(annotation(new Event.DraftChanged(newDraft(), true)).lens()).isNull();
    }

    @Test
    void letting_go_is_remembered_and_quiets_the_lens() {
        desk.handle(hello(1));
        threeTries();
        assertThat(annotation(new Event.SendRequested(replyTo("3"))).hold()).isNotNull();

        desk.handle(new Event.Stated(ANNA, ids("3"), new Claim.Decided(Outcome.LET_GO)));

        assertThat(annotation(new Event.DraftChanged(replyTo("3"), false)).lens().text()).startsWith("You let go of Anna Berg");
        assertThat(((Reply.Counted) desk.handle(new Event.MessageDisplayed(new MessageId("1")))).counter().standing())
                .isEqualTo("let-go");
    }

    @Test
    void a_mail_with_a_clock_in_the_future_counts_as_of_now() {
        desk.handle(hello(1));
        String raw = "Message-ID: <f@x>\r\nDate: Fri, 1 Jan 2038 09:00:00 +0000\r\nFrom: lena.vogt@example.org\r\n"
                + "To: anna.berg@verlag.example\r\nSubject: x\r\n\r\nx\r\n";

        assertThat(desk.handle(new Event.MailObserved(List.of(new RawMail(raw), new RawMail(""), new RawMail(raw)))))
                .isEqualTo(new Reply.Receipt(1, 1, 1));
        assertThat(ledger.mail(new MessageId("f@x")).orElseThrow().date()).isEqualTo(now);
    }

    @Test
    void history_is_asked_by_address_first_for_a_year_and_then_for_answers_and_bounces_of_unanswered_tries() {
        desk.handle(hello(1));
        ledger.recordMails(mails(attempt("1", "2026-11-02T09:00").subject("Re: Portfolio")), now);
        List<Address> people = List.of(ANNA, LENA, Address.parse("no-reply@shop.example"));

        List<Search> first = missing(people);
        assertThat(first).containsExactly(search(SearchKind.ADDRESS, ANNA.spec(), "2025-11-23T09:00"));
        desk.handle(new Event.HistoryRead(first));

        List<Search> second = missing(people);
        assertThat(second).containsExactly(
                search(SearchKind.BOUNCE, "1", "2026-11-02T09:00"), search(SearchKind.SUBJECT, "Portfolio", "2026-11-02T09:00"));
        desk.handle(new Event.HistoryRead(second));

        assertThat(missing(people)).isEmpty();
    }

    @Test
    void history_is_asked_again_after_a_while_from_where_it_ended() {
        desk.handle(hello(1));
        desk.handle(new Event.HistoryRead(missing(List.of(ANNA))));

        now = at("2026-11-23T09:09");
        assertThat(missing(List.of(ANNA))).isEmpty();
        now = at("2026-11-24T09:00");
        assertThat(missing(List.of(ANNA))).containsExactly(search(SearchKind.ADDRESS, ANNA.spec(), "2026-11-21T09:00"));
    }

    @Test
    void bounces_of_a_try_are_not_looked_for_again_once_no_more_can_come() {
        desk.handle(hello(1));
        ledger.recordMails(mails(attempt("1", "2026-11-02T09:00"), attempt("2", "2026-11-22T09:00").on("1")), now);
        for (int round = 0; round < 2; round++) {
            desk.handle(new Event.HistoryRead(missing(List.of(ANNA))));
        }

        now = at("2026-11-24T09:00");
        desk.handle(new Event.HistoryRead(missing(List.of(ANNA))));

        assertThat(missing(List.of(ANNA)))
                .filteredOn(search -> search.kind() == SearchKind.BOUNCE)
                .containsExactly(search(SearchKind.BOUNCE, "2", "2026-11-21T09:00"));
    }

    @Test
    void a_call_for_a_good_reason_records_the_deadline_once_and_can_be_taken_back() {
        desk.handle(hello(1));
        ledger.recordMails(mails(attempt("1", "2026-11-16T09:00")), now);

        CallAnswer call = call("The print run starts on Friday.", "Lena Vogt here, I took the pictures.");
        call("The print run starts on Friday.", "I am Lena Vogt.");

        assertThat(call.refusal()).isNull();
        assertThat(annotation(new Event.DraftChanged(newDraft(), false)).advice())
                .extracting(Annotation.Finding::rule).contains("call-instead").doesNotContain("due");
        desk.handle(new Event.Stated(ANNA, List.of(), call.undo()));
        assertThat(annotation(new Event.DraftChanged(newDraft(), false)).advice())
                .extracting(Annotation.Finding::rule).contains("due").doesNotContain("call-instead");
    }

    @Test
    void a_call_that_is_refused_records_nothing() {
        desk.handle(hello(1));
        ledger.recordMails(mails(attempt("1", "2026-11-16T09:00")), now);

        CallAnswer call = call("I would love to meet her.", "Lena Vogt here.");

        assertThat(call.refusal().passage()).isEqualTo("meeting-someone-is-not-urgent");
        assertThat(call.undo()).isNull();
        assertThat(annotation(new Event.DraftChanged(newDraft(), false)).call().deadline()).isNull();
    }

    private CallAnswer call(String reason, String introduction) {
        return ((Reply.Called) desk.handle(new Event.CallAsked(
                        ANNA, ids("1"), LocalDate.of(2026, 11, 27), reason, introduction, "May we print picture four?")))
                .call();
    }

    private static Search search(SearchKind kind, String term, String since) {
        return new Search(kind, term, at(since));
    }

    private List<Search> missing(List<Address> people) {
        return ((Reply.Missing) desk.handle(new Event.HistoryAsked(people))).searches();
    }

    @Test
    void a_displayed_answer_of_an_assistant_shows_the_thread_as_answered() {
        desk.handle(hello(1));
        ledger.recordMails(
                mails(attempt("1", "2026-11-02T09:00"), Post.answer("a", "2026-11-03T09:00").from(CARLA).on("1")), now);

        assertThat(((Reply.Counted) desk.handle(new Event.MessageDisplayed(new MessageId("a")))).counter().standing())
                .isEqualTo("answered");
    }

    @Test
    void the_handshake_sets_language_and_time_zone() {
        ledger.recordMails(mails(attempt("1", "2026-11-02T09:00")), now);
        desk.handle(new Event.Hello("0.1.0", Set.of(1), Locale.GERMANY, ZONE, List.of(LENA), Settings.NONE));

        assertThat(annotation(new Event.DraftChanged(newDraft(), false)).lens().text())
                .isEqualTo("Versuch 2 von 3 bei Anna Berg · der letzte vor 21 Tagen · noch keine Antwort");
    }

    @Test
    void a_rule_that_is_switched_off_for_good_does_not_speak() {
        desk.handle(hello(1));
        ledger.recordMails(mails(attempt("1", "2026-11-02T09:00")), now);
        assertThat(rules()).contains("overdue");

        desk.handle(new Event.Hello("0.1.0", Set.of(1), Locale.ENGLISH, ZONE, List.of(LENA),
                new Settings(null, null, null, null, null, null, null, List.of("overdue", "stop-after-three"))));

        assertThat(rules()).doesNotContain("overdue");
    }

    @Test
    void another_wait_counts_from_the_next_hello_on() {
        desk.handle(hello(1));
        ledger.recordMails(mails(attempt("1", "2026-11-16T09:00")), now);
        assertThat(rules()).contains("due");

        desk.handle(new Event.Hello("0.1.0", Set.of(1), Locale.ENGLISH, ZONE, List.of(LENA),
                new Settings(null, null, null, 20, null, null, null, List.of())));

        assertThat(rules()).contains("too-early");
    }

    private List<String> rules() {
        return annotation(new Event.DraftChanged(newDraft(), false)).advice().stream()
                .map(Annotation.Finding::rule)
                .toList();
    }
}
