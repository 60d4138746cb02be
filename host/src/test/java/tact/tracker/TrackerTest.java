package tact.tracker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static tact.Post.ANNA;
import static tact.Post.BORIS;
import static tact.Post.CARLA;
import static tact.Post.LENA;
import static tact.Post.answer;
import static tact.Post.at;
import static tact.Post.attempt;
import static tact.Post.bounce;
import static tact.Post.dossier;
import static tact.Post.draft;
import static tact.Post.mails;
import static tact.Post.newDraft;
import static tact.Post.replyTo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tact.Post;
import tact.event.Draft;
import tact.event.Claim;
import tact.event.Outcome;
import tact.mail.Address;
import tact.mail.AuthorKind;
import tact.mail.Mail;
import tact.mail.Meaning;
import tact.mail.MessageId;

class TrackerTest {

    private static final Instant NOW = at("2026-11-23T09:00");

    private final Tracker tracker = new Tracker(Policy.DEFAULT);

    private ContactHistory history(Draft draft, Dossier dossier) {
        return tracker.histories(draft, dossier, NOW, Post.ZONE).get(0);
    }

    private void assertStreaks(Draft draft, Dossier dossier, int onThread, int toPerson) {
        ContactHistory history = history(draft, dossier);
        assertThat(List.of(history.onThread().tries(), history.toPerson().tries())).isEqualTo(List.of(onThread, toPerson));
    }

    @Nested
    class An_attempt {

        @Test
        void counts_on_its_thread_and_to_the_person() {
            Dossier two = dossier(attempt("1", "2026-11-02T09:00"), attempt("2", "2026-11-09T09:00").on("1"));

            assertStreaks(replyTo("1", "2"), two, 2, 2);
            assertStreaks(newDraft(), two, 0, 2);
        }

        @Test
        void on_another_thread_counts_to_the_person_alone() {
            Dossier two = dossier(attempt("1", "2026-11-02T09:00"), attempt("2", "2026-11-09T09:00").subject("Harbours"));

            assertStreaks(replyTo("1"), two, 1, 2);
        }

        @Test
        void is_no_mail_that_passes_on_another_for_information_unless_they_were_asked_on_its_thread() {
            Dossier informed = dossier(
                    attempt("1", "2026-11-02T09:00"), attempt("2", "2026-11-09T09:00").subject("Fwd: Minutes").informing());
            Dossier again = dossier(
                    attempt("1", "2026-11-02T09:00"), attempt("2", "2026-11-09T09:00").subject("Fwd: Portfolio").on("1").informing());

            assertStreaks(newDraft(), informed, 0, 1);
            assertStreaks(replyTo("1", "2"), again, 2, 2);
        }

        @Test
        void is_found_through_a_mail_that_is_not_known() {
            Dossier one = dossier(attempt("1", "2026-11-02T09:00").on("lost"));

            assertStreaks(replyTo("lost"), one, 1, 1);
        }

        @Test
        void counts_for_all_spellings_of_an_address() {
            Address shouting = Address.parse("ANNA.BERG+press@Verlag.Example");

            assertStreaks(newDraft(), dossier(attempt("1", "2026-11-02T09:00").to(shouting)), 0, 1);
        }

        @Test
        void asks_only_those_in_to() {
            Dossier copied = dossier(attempt("1", "2026-11-02T09:00").to(BORIS).cc(ANNA));

            assertStreaks(replyTo("1"), copied, 0, 0);
        }

        @Test
        void is_never_a_mail_to_myself_to_a_machine_or_to_a_list() {
            Address machine = Address.parse("no-reply@shop.example");
            Address list = Address.parse("dev@lists.example");
            Dossier facts = new Dossier(
                    Set.of(LENA.identity()), Set.of(list.identity()), mails(attempt("1", "2026-11-02T09:00")), List.of());

            assertThat(tracker.histories(draft(List.of(LENA, machine, list), "Hello", List.of(), ""), facts, NOW, Post.ZONE)).isEmpty();
        }

        @Test
        void of_another_person_is_none_of_mine() {
            Dossier others = dossier(attempt("1", "2026-11-02T09:00").from(BORIS));

            assertStreaks(newDraft(), others, 0, 0);
        }

        @Test
        void of_another_identity_of_mine_is_mine() {
            Address private_ = Address.parse("lena@vogt.example");
            Dossier facts = new Dossier(
                    Set.of(LENA.identity(), private_.identity()), Set.of(),
                    mails(attempt("1", "2026-11-02T09:00").from(private_)), List.of());

            assertStreaks(newDraft(), facts, 0, 1);
        }
    }

    @Nested
    class The_hour {

        @Test
        void makes_a_second_mail_on_the_thread_part_of_the_same_attempt() {
            Dossier twice = dossier(attempt("1", "2026-11-02T09:00"), attempt("2", "2026-11-02T10:00").on("1"));

            assertStreaks(replyTo("2"), twice, 1, 1);
            assertThat(history(replyTo("2"), twice).onThread().first().mails()).hasSize(2);
        }

        @Test
        void is_over_after_an_hour() {
            Dossier twice = dossier(attempt("1", "2026-11-02T09:00"), attempt("2", "2026-11-02T10:00:01").on("1"));

            assertStreaks(replyTo("2"), twice, 2, 2);
        }

        @Test
        void does_not_stretch_with_each_mail() {
            Dossier thrice = dossier(
                    attempt("1", "2026-11-02T09:00"),
                    attempt("2", "2026-11-02T09:50").on("1"),
                    attempt("3", "2026-11-02T10:40").on("2"));

            assertStreaks(replyTo("3"), thrice, 2, 2);
        }

        @Test
        void holds_for_one_thread_only() {
            Dossier twice = dossier(attempt("1", "2026-11-02T09:00"), attempt("2", "2026-11-02T09:10").subject("Harbours"));

            assertStreaks(newDraft(), twice, 0, 2);
        }

        @Test
        void holds_although_another_thread_came_between() {
            Dossier thrice = dossier(
                    attempt("1", "2026-11-02T09:00"),
                    attempt("2", "2026-11-02T09:10").subject("Harbours"),
                    attempt("3", "2026-11-02T09:20").on("1"));

            assertStreaks(newDraft(), thrice, 0, 2);
        }
    }

    @Nested
    class An_answer {

        @Test
        void ends_both_streaks() {
            Dossier answered = dossier(attempt("1", "2026-11-02T09:00"), answer("a", "2026-11-03T09:00").on("1"));

            assertStreaks(replyTo("1", "a"), answered, 0, 0);
            assertThat(history(replyTo("1", "a"), answered).answered()).isTrue();
        }

        @Test
        void lets_counting_begin_anew() {
            Dossier facts = dossier(
                    attempt("1", "2026-11-02T09:00"),
                    answer("a", "2026-11-03T09:00").on("1"),
                    attempt("2", "2026-11-04T09:00").on("1", "a"));

            assertStreaks(replyTo("2"), facts, 1, 1);
        }

        @Test
        void of_an_assistant_on_the_thread_ends_both_streaks() {
            Dossier facts = dossier(
                    attempt("1", "2026-11-02T09:00"), answer("a", "2026-11-03T09:00").from(CARLA).on("1"));

            assertStreaks(replyTo("a"), facts, 0, 0);
        }

        @Test
        void of_a_stranger_on_another_thread_ends_nothing() {
            Dossier facts = dossier(
                    attempt("1", "2026-11-02T09:00"), answer("a", "2026-11-03T09:00").from(BORIS).subject("Weather"));

            assertStreaks(replyTo("1"), facts, 1, 1);
        }

        @Test
        void of_the_person_on_another_thread_ends_the_person_streak_alone() {
            Dossier facts = dossier(
                    attempt("1", "2026-11-02T09:00"), answer("a", "2026-11-03T09:00").subject("Something else"));

            assertStreaks(replyTo("1"), facts, 1, 0);
        }

        @Test
        void that_came_before_an_attempt_does_not_answer_it() {
            Dossier facts = dossier(answer("a", "2026-11-01T09:00"), attempt("1", "2026-11-02T09:00").on("a"));

            assertStreaks(replyTo("1"), facts, 1, 1);
        }

        @Test
        void with_a_slow_clock_answers_the_attempt_that_it_names() {
            Dossier facts = dossier(attempt("1", "2026-11-02T09:00"), answer("a", "2026-11-02T08:57").on("1"));

            assertStreaks(replyTo("1", "a"), facts, 0, 0);
        }

        @ParameterizedTest
        @EnumSource(value = AuthorKind.class, names = {"HUMAN", "CALENDAR"}, mode = EnumSource.Mode.EXCLUDE)
        void is_never_a_machines(AuthorKind kind) {
            Dossier facts = dossier(attempt("1", "2026-11-02T09:00"), answer("a", "2026-11-02T09:01").on("1").kind(kind));

            assertThat(history(replyTo("1", "a"), facts).answered()).isFalse();
        }

        @Test
        void is_never_my_own_follow_up() {
            Dossier facts = dossier(attempt("1", "2026-11-02T09:00"), attempt("2", "2026-11-09T09:00").on("1"));

            assertThat(history(replyTo("2"), facts).answered()).isFalse();
        }
    }

    @Test
    void streaks_of_the_past_are_told_in_order_with_how_they_ended() {
        Dossier facts = dossier(
                attempt("1", "2026-11-02T09:00"),
                attempt("2", "2026-11-09T09:00").on("1"),
                answer("a", "2026-11-10T09:00").on("1"),
                attempt("3", "2026-11-11T09:00").on("a"));

        assertThat(history(replyTo("3"), facts).streaks())
                .extracting(ended -> ended.streak().tries(), EndedStreak::answered)
                .containsExactly(tuple(2, true), tuple(1, false));
    }

    @Nested
    class A_bounce {

        @Test
        void strikes_out_the_attempt_that_came_back() {
            Dossier facts = dossier(
                    attempt("1", "2026-11-02T09:00"),
                    attempt("2", "2026-11-09T09:00").on("1"),
                    bounce("b", "2026-11-09T09:01", "2", ANNA));

            assertStreaks(replyTo("2"), facts, 1, 1);
        }

        @Test
        void of_one_recipient_leaves_the_others() {
            Dossier facts = dossier(
                    attempt("1", "2026-11-02T09:00").to(ANNA, BORIS), bounce("b", "2026-11-02T09:01", "1", BORIS));

            assertStreaks(newDraft(), facts, 0, 1);
            assertStreaks(draft(List.of(BORIS), "x", List.of(), ""), facts, 0, 0);
        }

        @Test
        void that_names_nobody_is_about_all() {
            Dossier facts = dossier(attempt("1", "2026-11-02T09:00"), bounce("b", "2026-11-02T09:01", "1"));

            assertStreaks(newDraft(), facts, 0, 0);
        }
    }

    @Nested
    class A_reply_without_references {

        @Test
        void is_tied_by_its_thread_index_whatever_its_subject() {
            Dossier facts = dossier(
                    attempt("1", "2026-11-02T09:00").in("talk"), answer("a", "2026-11-03T09:00").in("talk").subject("Tuesday then"));

            assertThat(history(replyTo("1"), facts).answered()).isTrue();
            assertThat(history(replyTo("1"), dossier(
                                    attempt("1", "2026-11-02T09:00").in("talk"),
                                    answer("a", "2026-11-03T09:00").from(CARLA).in("other").subject("Tuesday then")))
                            .answered())
                    .isFalse();
        }

        @Test
        void continues_the_newest_mail_of_its_subject_and_people() {
            Dossier facts = dossier(
                    attempt("1", "2026-11-02T09:00"), answer("a", "2026-11-03T09:00").subject("AW: Portfolio"));

            assertThat(history(replyTo("1"), facts).answered()).isTrue();
            assertStreaks(replyTo("1"), facts, 0, 0);
        }

        @Test
        void does_not_continue_mail_with_other_people() {
            Dossier facts = dossier(
                    attempt("1", "2026-11-02T09:00"),
                    answer("a", "2026-11-03T09:00").from(BORIS).subject("Re: Portfolio"));

            assertStreaks(replyTo("1"), facts, 1, 1);
        }

        @Test
        void does_not_continue_mail_of_long_ago() {
            Dossier facts = dossier(
                    attempt("1", "2026-01-02T09:00"), attempt("2", "2026-11-03T09:00").subject("Re: Portfolio"));

            assertStreaks(replyTo("1"), facts, 1, 2);
        }

        @Test
        void is_a_thread_of_its_own_when_its_subject_has_no_prefix() {
            Dossier facts = dossier(attempt("1", "2026-11-02T09:00"), attempt("2", "2026-11-09T09:00"));

            assertStreaks(replyTo("1"), facts, 1, 2);
        }

        @Test
        void is_what_a_draft_can_be_too() {
            Draft draft = draft(List.of(ANNA), "Re: Portfolio", List.of(), "");

            assertStreaks(draft, dossier(attempt("1", "2026-11-02T09:00")), 1, 1);
        }

        @Test
        void with_references_to_unknown_mail_is_not_tied_by_subject() {
            Dossier facts = dossier(attempt("1", "2026-11-02T09:00"));

            assertStreaks(replyTo("unknown"), facts, 0, 1);
        }
    }

    @Nested
    class An_established_correspondent {

        private final List<Post> three = List.of(
                answer("a1", "2026-06-01T09:00").subject("A"),
                answer("a2", "2026-07-01T09:00").subject("B"),
                answer("a3", "2026-08-01T09:00").subject("C"));

        @Test
        void has_written_three_times_in_a_year_and_only_the_thread_counts_for_warnings() {
            List<Post> all = new ArrayList<>(three);
            all.add(attempt("1", "2026-11-02T09:00"));
            all.add(attempt("2", "2026-11-09T09:00").subject("Harbours"));
            ContactHistory history = history(replyTo("1"), dossier(all.toArray(new Post[0])));

            assertThat(history.established()).isTrue();
            assertThat(history.toPerson().tries()).isEqualTo(2);
            assertThat(history.counting().tries()).isEqualTo(1);
        }

        @Test
        void is_not_one_who_wrote_twice_or_long_ago_or_by_machine() {
            assertThat(history(newDraft(), dossier(three.get(0), three.get(1))).established()).isFalse();
            assertThat(history(newDraft(), dossier(three.get(0), three.get(1), answer("a0", "2025-11-01T09:00"))).established())
                    .isFalse();
            assertThat(history(
                                    newDraft(),
                                    dossier(three.get(0), three.get(1), three.get(2).kind(AuthorKind.AUTO_REPLY)))
                            .established())
                    .isFalse();
        }
    }

    @Test
    void the_longest_streak_speaks_and_of_equal_ones_the_first() {
        Dossier facts = dossier(
                attempt("1", "2026-11-02T09:00").to(BORIS),
                attempt("2", "2026-11-09T09:00").to(BORIS).on("1"),
                attempt("3", "2026-11-09T10:00").to(ANNA));
        Draft both = draft(List.of(ANNA, BORIS), "x", List.of(), "");
        Draft neither = draft(List.of(CARLA, Address.parse("dora@example.org")), "x", List.of(), "");

        assertThat(speaker(both, facts)).isEqualTo(BORIS);
        assertThat(speaker(neither, facts)).isEqualTo(CARLA);
    }

    @Test
    void of_several_people_somebody_who_declined_speaks_before_a_longer_streak_that_may_go_on() {
        Dossier facts = with(
                List.of(new Statement(at("2026-11-12T09:00"), new Claim.Meant(new MessageId("no"), Meaning.Kind.NO), ANNA, List.of())),
                attempt("1", "2026-11-02T09:00"),
                answer("no", "2026-11-03T09:00").on("1").meaning(Meaning.Kind.NO),
                attempt("2", "2026-11-13T09:00").on("no"),
                attempt("3", "2026-11-09T09:00").to(BORIS).subject("Harbours"),
                attempt("4", "2026-11-16T09:00").to(BORIS).on("3"));
        Draft both = draft(List.of(BORIS, ANNA), "x", List.of(), "");

        assertThat(speaker(both, facts)).isEqualTo(ANNA);
    }

    @Test
    void of_several_people_who_is_muted_does_not_silence_the_others() {
        Dossier facts = with(
                List.of(new Statement(at("2026-11-20T09:00"), new Claim.Muted(Claim.Scope.PERSON), ANNA, List.of())),
                attempt("1", "2026-11-02T09:00"),
                attempt("2", "2026-11-09T09:00").on("1"),
                attempt("3", "2026-11-09T10:00").to(BORIS).subject("Harbours"));
        Draft both = draft(List.of(ANNA, BORIS), "x", List.of(), "");

        assertThat(speaker(both, facts)).isEqualTo(BORIS);
    }

    private Address speaker(Draft draft, Dossier facts) {
        return ContactHistory.speaking(tracker.histories(draft, facts, NOW, Post.ZONE), Policy.DEFAULT).orElseThrow().person();
    }

    private static Dossier with(List<Statement> statements, Post... posts) {
        Dossier plain = dossier(posts);
        return new Dossier(plain.me(), plain.lists(), plain.mails(), statements);
    }

    @Test
    void a_person_without_a_name_on_the_line_is_called_by_the_newest_name_they_used() {
        Dossier facts = dossier(answer("a", "2026-11-02T09:00"));
        Draft bare = draft(List.of(Address.parse("anna.berg@verlag.example")), "x", List.of(), "");

        assertThat(history(bare, facts).person()).isEqualTo(ANNA);
    }

    @Test
    void letting_go_lasts_until_the_next_attempt() {
        Statement letGo = new Statement(at("2026-11-20T09:00"), new Claim.Decided(Outcome.LET_GO), ANNA, List.of());
        Mail before = attempt("1", "2026-11-02T09:00").mail();
        Mail after = attempt("2", "2026-11-21T09:00").mail();

        Dossier quiet = new Dossier(Set.of(LENA.identity()), Set.of(), List.of(before), List.of(letGo));
        Dossier again = new Dossier(Set.of(LENA.identity()), Set.of(), List.of(before, after), List.of(letGo));

        assertThat(history(newDraft(), quiet).letGoAt()).isEqualTo(letGo.at());
        assertThat(history(newDraft(), again).letGoAt()).isNull();
    }

    @Test
    void the_order_in_which_mails_arrive_does_not_matter() {
        Random random = new Random(20261123);
        for (int round = 0; round < 200; round++) {
            List<Mail> mails = RandomMail.mails(random, 14);
            Dossier inOrder = new Dossier(Set.of(LENA.identity()), Set.of(), mails, List.of());
            List<Mail> shuffled = new ArrayList<>(mails);
            Collections.shuffle(shuffled, random);
            Dossier anyOrder = new Dossier(Set.of(LENA.identity()), Set.of(), shuffled, List.of());

            assertThat(tracker.threads(anyOrder, NOW, Post.ZONE)).isEqualTo(tracker.threads(inOrder, NOW, Post.ZONE));
        }
    }

    @Test
    void ten_thousand_mails_on_one_subject_are_threaded_without_quadratic_cost() {
        List<Mail> mails = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            mails.add(attempt("m" + i, "2026-01-01T09:00").subject(i == 0 ? "News" : "Re: News").later(Duration.ofMinutes(i)).mail());
        }
        Dossier facts = new Dossier(Set.of(LENA.identity()), Set.of(), mails, List.of());

        List<ThreadHistory> threads = tracker.threads(facts, NOW, Post.ZONE);

        assertThat(threads).hasSize(1);
        assertThat(threads.get(0).thread().mails()).hasSize(10_000);
    }

    @Test
    void references_that_form_a_circle_are_one_thread() {
        Dossier circle = dossier(attempt("1", "2026-11-02T09:00").on("2"), attempt("2", "2026-11-09T09:00").on("1"));

        assertThat(tracker.histories(new MessageId("1"), circle, NOW, Post.ZONE).get(0).onThread().tries()).isEqualTo(2);
    }
}
