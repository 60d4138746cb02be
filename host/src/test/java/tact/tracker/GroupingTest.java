package tact.tracker;

import static org.assertj.core.api.Assertions.assertThat;
import static tact.Post.ANNA;
import static tact.Post.BORIS;
import static tact.Post.LENA;
import static tact.Post.ZONE;
import static tact.Post.answer;
import static tact.Post.at;
import static tact.Post.attempt;
import static tact.Post.ids;
import static tact.Post.mails;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import tact.Post;
import tact.event.Claim;
import tact.event.FollowUpGroup;
import tact.event.Outcome;
import tact.mail.AuthorKind;
import tact.mail.Meaning;
import tact.mail.MessageId;

/** Where the list shows a thread, and where it does not. */
class GroupingTest {

    private static final Post FIRST = attempt("1", "2026-11-02T09:00");
    private static final Post SECOND = attempt("2", "2026-11-09T09:00").on("1");
    private static final Post THIRD = attempt("3", "2026-11-16T09:00").on("2");

    private static FollowUp look(String now, List<Statement> statements, Post... posts) {
        Dossier dossier = new Dossier(Set.of(LENA.identity()), Set.of(), mails(posts), statements);
        return new Tracker(Policy.DEFAULT).thread(new MessageId("1"), dossier, at(now), ZONE).orElseThrow().followUp().orElseThrow();
    }

    private static FollowUp look(String now, Post... posts) {
        return look(now, List.of(), posts);
    }

    private static Statement said(String at, Claim claim) {
        return new Statement(at(at), claim, ANNA, ids("1"));
    }

    private static void assertShown(FollowUp followUp, FollowUpGroup group, String next) {
        assertThat(followUp.group()).isEqualTo(group);
        assertThat(followUp.next()).isEqualTo(next == null ? null : LocalDate.parse(next));
    }

    @Test
    void a_try_waits_until_its_week_is_over_and_is_due_from_then_on() {
        assertShown(look("2026-11-08T23:59", FIRST), FollowUpGroup.WAITING, "2026-11-09");
        assertShown(look("2026-11-09T00:01", FIRST), FollowUpGroup.DUE, "2026-11-09");
    }

    @Test
    void is_named_after_what_people_wrote_not_after_an_absence_note_that_a_wrong_clock_dated_before() {
        Post away = answer("a", "2026-11-01T09:00").on("1").subject("Out of office: Bridges").kind(AuthorKind.OUT_OF_OFFICE);

        assertThat(look("2026-11-03T09:00", away, FIRST).subject()).isEqualTo(look("2026-11-03T09:00", FIRST).subject());
    }

    @Test
    void thirty_days_past_its_day_a_due_try_has_gone_quiet() {
        assertShown(look("2026-12-09T12:00", FIRST), FollowUpGroup.DUE, "2026-11-09");
        assertShown(look("2026-12-10T12:00", FIRST), FollowUpGroup.GONE_QUIET, null);
    }

    @Test
    void a_day_to_which_it_was_put_off_is_its_day_however_long_ago_the_try_was() {
        List<Statement> putOff = List.of(said("2026-11-10T09:00", new Claim.Snoozed(LocalDate.parse("2027-02-01"))));

        assertShown(look("2027-01-29T09:00", putOff, FIRST), FollowUpGroup.WAITING, "2027-02-01");
        assertShown(look("2027-02-01T09:00", putOff, FIRST), FollowUpGroup.DUE, "2027-02-01");
    }

    @Test
    void the_last_try_is_shown_through_its_week_and_thirty_days_more() {
        assertShown(look("2026-11-18T09:00", FIRST, SECOND, THIRD), FollowUpGroup.LAST_TRY_SENT, "2026-11-23");
        assertShown(look("2026-12-23T09:00", FIRST, SECOND, THIRD), FollowUpGroup.LAST_TRY_SENT, "2026-11-23");
        assertShown(look("2026-12-24T09:00", FIRST, SECOND, THIRD), FollowUpGroup.GONE_QUIET, null);
    }

    @Nested
    class A_not_now {

        private final Post later = answer("a", "2026-11-03T09:00").on("1").meaning(Meaning.Kind.NOT_NOW, "2026-12-01");

        @Test
        void waits_for_its_day_and_is_due_then() {
            assertShown(look("2026-11-30T09:00", FIRST, later), FollowUpGroup.NOT_NOW, "2026-12-01");
            assertShown(look("2026-12-01T09:00", FIRST, later), FollowUpGroup.DUE, "2026-12-01");
        }

        @Test
        void is_shown_only_where_mail_was_exchanged_last() {
            Post elsewhere = attempt("4", "2026-11-04T09:00").subject("Harbours");

            assertShown(look("2026-11-10T09:00", FIRST, later, elsewhere), FollowUpGroup.DONE, null);
        }
    }

    @Nested
    class A_meeting {

        private final Post yes = answer("a", "2026-11-03T09:00").on("1").meaning(Meaning.Kind.YES, "2026-11-10");

        @Test
        void is_shown_ahead_on_its_day_and_two_weeks_after() {
            assertShown(look("2026-11-05T09:00", FIRST, yes), FollowUpGroup.MEETING, "2026-11-10");
            assertShown(look("2026-11-10T09:00", FIRST, yes), FollowUpGroup.MEETING, "2026-11-10");
            assertShown(look("2026-11-11T09:00", FIRST, yes), FollowUpGroup.MEETING, "2026-11-17");
            assertShown(look("2026-11-24T09:00", FIRST, yes), FollowUpGroup.MEETING, "2026-11-17");
            assertShown(look("2026-11-25T09:00", FIRST, yes), FollowUpGroup.DONE, null);
        }

        @Test
        void gives_way_to_a_try_that_comes_after_it() {
            Post again = attempt("5", "2026-11-18T09:00").on("a");

            assertShown(look("2026-11-19T09:00", FIRST, yes, again), FollowUpGroup.WAITING, "2026-11-25");
        }

        @Test
        void without_a_day_is_done() {
            assertShown(
                    look("2026-11-05T09:00", FIRST, answer("a", "2026-11-03T09:00").on("1").meaning(Meaning.Kind.YES)),
                    FollowUpGroup.DONE, null);
        }
    }

    @Test
    void what_was_answered_declined_let_go_or_muted_is_done() {
        Post answered = answer("a", "2026-11-03T09:00").on("1");

        assertShown(look("2026-11-18T09:00", FIRST, answered), FollowUpGroup.DONE, null);
        assertShown(look("2026-11-18T09:00", FIRST, answered.meaning(Meaning.Kind.NO)), FollowUpGroup.DONE, null);
        assertShown(
                look("2026-11-18T09:00", List.of(said("2026-11-17T09:00", new Claim.Decided(Outcome.LET_GO))), FIRST),
                FollowUpGroup.DONE, null);
        assertShown(
                look("2026-11-18T09:00", List.of(said("2026-11-17T09:00", new Claim.Muted(Claim.Scope.THREAD))), FIRST),
                FollowUpGroup.DONE, null);
    }

    @Test
    void after_an_answer_a_mail_that_asks_nothing_waits_for_nothing() {
        Post answered = answer("a", "2026-11-03T09:00").on("1");
        Post thanks = attempt("t", "2026-11-04T09:00").on("a");

        assertShown(look("2026-11-18T09:00", FIRST, answered, thanks.closing()), FollowUpGroup.DONE, null);
        assertShown(look("2026-11-18T09:00", FIRST, answered, thanks), FollowUpGroup.DUE, "2026-11-11");
        assertThat(look("2026-11-18T09:00", FIRST.closing()).group()).isEqualTo(FollowUpGroup.DUE);
    }

    @Test
    void of_several_asked_the_one_who_speaks_says_where_it_is() {
        FollowUp both = look("2026-11-18T09:00", FIRST.to(ANNA, BORIS), answer("b", "2026-11-03T09:00").from(BORIS).subject("Else"));

        assertThat(both.thread().people()).hasSize(2);
        assertShown(both, FollowUpGroup.DUE, "2026-11-09");
    }
}
