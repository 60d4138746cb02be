package tact.annotation;

import static org.assertj.core.api.Assertions.assertThat;
import static tact.Post.ANNA;
import static tact.Post.LENA;
import static tact.Post.ZONE;
import static tact.Post.answer;
import static tact.Post.at;
import static tact.Post.attempt;
import static tact.Post.mails;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tact.Post;
import tact.event.Claim;
import tact.event.Outcome;
import tact.mail.Meaning;
import tact.mail.MessageId;
import tact.tracker.Dossier;
import tact.tracker.Policy;
import tact.tracker.Statement;
import tact.tracker.Tracker;

class CounterMakerTest {

    private static final Post FIRST = attempt("1", "2026-11-02T09:00");
    private static final Post SECOND = attempt("2", "2026-11-09T09:00").on("1");
    private static final Post THIRD = attempt("3", "2026-11-16T09:00").on("2");

    private static Counter count(String now, List<Statement> statements, Post... posts) {
        Dossier dossier = new Dossier(Set.of(LENA.identity()), Set.of(), mails(posts), statements);
        Tracker tracker = new Tracker(Policy.DEFAULT);
        return new CounterMaker(Texts.in(Locale.ENGLISH), tracker.policy())
                .count(tracker.histories(new MessageId("1"), dossier, at(now), ZONE), at(now), ZONE);
    }

    @Test
    void waiting_says_how_long() {
        assertThat(count("2026-11-05T09:00", List.of(), FIRST).text()).isEqualTo("1/3 · waiting 3 days · due Mon 9 Nov");
        assertThat(count("2026-11-02T19:00", List.of(), FIRST).text()).isEqualTo("1/3 · sent today · due Mon 9 Nov");
    }

    @Test
    void due_says_so() {
        assertThat(count("2026-11-18T09:00", List.of(), FIRST, SECOND)).isEqualTo(new Counter(
                "2/3",
                "2/3 · waiting 9 days · due",
                "2 of 3 tries to Anna Berg without an answer. The next one has been due since Mon 16 Nov.",
                "hint",
                "due"));
    }

    @Test
    void after_the_last_try_it_points_to_letting_go() {
        Counter counter = count("2026-11-18T09:00", List.of(), FIRST, SECOND, THIRD);

        assertThat(counter.text()).isEqualTo("3/3 · last try 2 days ago");
        assertThat(counter.title()).endsWith("If nothing comes, let it go.");
    }

    @Test
    void after_letting_go_it_is_quiet() {
        Statement letGo = new Statement(at("2026-11-17T09:00"), new Claim.Decided(Outcome.LET_GO), ANNA, List.of());

        assertThat(count("2026-11-18T09:00", List.of(letGo), FIRST, SECOND, THIRD).text()).isEqualTo("3/3 · let go");
    }

    @Test
    void an_answered_thread_has_no_number() {
        Counter counter = count("2026-11-18T09:00", List.of(), FIRST, answer("a", "2026-11-03T09:00").on("1"));

        assertThat(counter.badge()).isNull();
        assertThat(counter.text()).isEqualTo("Answered");
    }

    @Test
    void a_thread_on_which_nobody_was_asked_has_no_counter() {
        assertThat(count("2026-11-18T09:00", List.of(), answer("1", "2026-11-03T09:00"))).isEqualTo(Counter.NONE);
    }

    @Test
    void on_the_day_of_a_meeting_it_recalls_what_to_ask() {
        Post yes = answer("a", "2026-11-03T09:00").on("1").meaning(Meaning.Kind.YES, "2026-11-10");

        assertThat(count("2026-11-09T09:00", List.of(), FIRST, yes).text()).isEqualTo("Meeting · Tue 10 Nov");
        assertThat(count("2026-11-10T09:00", List.of(), FIRST, yes)).isEqualTo(new Counter(
                null,
                "Meeting today",
                "You meet Anna Berg today. Ask what their schedule looks like, and whether to check in in a week.",
                "info",
                "met"));
        assertThat(count("2026-11-11T09:00", List.of(), FIRST, yes).text()).isEqualTo("Met · Tue 10 Nov");
    }

    @Test
    void after_a_firm_no_and_another_mail_it_says_so() {
        Post no = answer("a", "2026-11-03T09:00").on("1").meaning(Meaning.Kind.NO);
        Statement firm = new Statement(at("2026-11-03T10:00"), new Claim.Meant(new MessageId("a"), Meaning.Kind.NO), ANNA, List.of());

        assertThat(count("2026-11-05T09:00", List.of(firm), FIRST, no).text()).isEqualTo("Declined");
        assertThat(count("2026-11-18T09:00", List.of(firm), FIRST, no, SECOND)).isEqualTo(new Counter(
                "1/1",
                "Declined · wrote again 9 days ago",
                "Anna Berg declined, and you have written once since, the last time 9 days ago. One mail after a no is enough.",
                "warning",
                "last-try-sent"));
    }
}
