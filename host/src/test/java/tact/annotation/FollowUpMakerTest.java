package tact.annotation;

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

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import tact.Post;
import tact.annotation.FollowUpList.Moment;
import tact.annotation.FollowUpList.Row;
import tact.event.Claim;
import tact.event.Outcome;
import tact.event.Priority;
import tact.mail.Address;
import tact.mail.Mail;
import tact.mail.Meaning;
import tact.mail.MessageId;
import tact.tracker.Dossier;
import tact.tracker.FollowUp;
import tact.tracker.Policy;
import tact.tracker.RandomMail;
import tact.tracker.Statement;
import tact.tracker.TrackedThread;
import tact.tracker.Tracker;

/** What a row of the list says in each group. */
class FollowUpMakerTest {

    private static final Post FIRST = attempt("1", "2026-11-02T09:00");
    private static final Post SECOND = attempt("2", "2026-11-09T09:00").on("1");
    private static final Post THIRD = attempt("3", "2026-11-16T09:00").on("2");
    private static final Post ANSWER = answer("a", "2026-11-03T10:00").on("1");

    private static final Policy FIVE_TRIES = new Policy(
            5, 7, 7, 14, 2, 21, Duration.ofHours(1), 3, Duration.ofDays(365), Policy.DEFAULT.workingDays(), Set.of());

    private static Row row(Locale language, Policy policy, String now, List<Statement> statements, Post... posts) {
        Dossier dossier = new Dossier(Set.of(LENA.identity()), Set.of(), mails(posts), statements);
        TrackedThread thread = new Tracker(policy).thread(new MessageId("1"), dossier, at(now), ZONE).orElseThrow();
        FollowUp followUp = thread.followUp().orElseThrow();
        return new FollowUpMaker(Texts.in(language), policy, at(now), ZONE).row(followUp);
    }

    private static Row row(String now, List<Statement> statements, Post... posts) {
        return row(Locale.UK, Policy.DEFAULT, now, statements, posts);
    }

    private static Row row(String now, Post... posts) {
        return row(now, List.of(), posts);
    }

    private static Row german(String now, Post... posts) {
        return row(Locale.GERMANY, Policy.DEFAULT, now, List.of(), posts);
    }

    private static Statement said(String at, Claim claim) {
        return new Statement(at(at), claim, ANNA, ids("1"));
    }

    private static void assertAdvice(
            String english, String german, String now, List<Statement> statements, Post... posts) {
        assertThat(row(now, statements, posts).advice()).isEqualTo(english);
        assertThat(row(Locale.GERMANY, Policy.DEFAULT, now, statements, posts).advice()).isEqualTo(german);
    }

    private static void assertAdvice(String english, String german, String now, Post... posts) {
        assertAdvice(english, german, now, List.of(), posts);
    }

    @Nested
    class Waiting {

        @Test
        void says_how_long_and_leaves_the_day_to_its_column() {
            Row row = row("2026-11-05T09:00", FIRST);

            assertThat(row.text()).isEqualTo("1/3 · waiting 3 days");
            assertThat(row.title())
                    .isEqualTo("1 of 3 tries to Anna Berg without an answer. The next one is due on Mon 9 Nov.");
            assertThat(row.next()).isEqualTo(LocalDate.parse("2026-11-09"));
            assertThat(row.severity()).isEqualTo("info");
            assertThat(row.write()).isTrue();
            assertThat(german("2026-11-05T09:00", FIRST).text()).isEqualTo("1/3 · wartet seit 3 Tagen");
        }

        @Test
        void names_the_day_and_why_it_is_that_one() {
            Post away = answer("o", "2026-11-02T09:05").on("1").back("2026-11-17");
            List<Statement> putOff =
                    List.of(said("2026-11-03T09:00", new Claim.Snoozed(LocalDate.parse("2027-01-11"))));
            Post later = ANSWER.meaning(Meaning.Kind.NOT_NOW, "2026-12-01");
            Post early = attempt("2", "2026-11-05T09:00").on("a");

            assertAdvice(
                    "Give it until Mon 9 Nov.",
                    "Lassen Sie Zeit bis Montag, 9. November.",
                    "2026-11-05T09:00", FIRST);
            assertAdvice(
                    "They are away: Thu 19 Nov is a good day to write again.",
                    "Abwesend: Donnerstag, 19. November ist ein guter Tag, wieder zu schreiben.",
                    "2026-11-05T09:00", FIRST, away);
            assertAdvice(
                    "They asked for a later time: Tue 1 Dec is a good day to write again.",
                    "Gewünscht war ein späterer Zeitpunkt: Dienstag, 1. Dezember ist ein guter Tag, wieder zu "
                            + "schreiben.",
                    "2026-11-06T09:00", FIRST, later, early);
            assertAdvice(
                    "Put off until Mon 11 Jan 2027.",
                    "Verschoben bis Mo., 11. Jan. 2027.",
                    "2026-11-05T09:00", putOff, FIRST);
        }
    }

    @Nested
    class Due {

        @Test
        void says_what_the_next_mail_is_to_be() {
            assertAdvice(
                    "Write again today, with your first mail included.",
                    "Schreiben Sie heute noch einmal, mit Ihrer ersten Mail darin.",
                    "2026-11-09T09:00", FIRST);
            assertAdvice(
                    "One last try, then let go.",
                    "Ein letzter Versuch, dann lassen Sie los.",
                    "2026-11-16T09:00", FIRST, SECOND);
        }

        @Test
        void with_a_larger_budget_the_one_before_the_last_is_just_another_one() {
            assertThat(row(Locale.UK, FIVE_TRIES, "2026-11-16T09:00", List.of(), FIRST, SECOND).advice())
                    .isEqualTo("Write again today.");
            assertThat(row(Locale.GERMANY, FIVE_TRIES, "2026-11-16T09:00", List.of(), FIRST, SECOND).advice())
                    .isEqualTo("Schreiben Sie heute noch einmal.");
        }

        @Test
        void with_a_deadline_it_points_to_a_call_until_it_is_over() {
            Claim booked = new Claim.Urgent(LocalDate.parse("2026-11-12"), "The hall is booked.");
            List<Statement> urgent = List.of(said("2026-11-09T08:00", booked));

            assertAdvice(
                    "Your deadline is Thu 12 Nov: a short call does more now.",
                    "Ihre Frist ist Donnerstag, 12. November: Ein kurzer Anruf bewirkt jetzt mehr.",
                    "2026-11-10T09:00", urgent, FIRST);
            assertThat(row("2026-11-13T09:00", urgent, FIRST).advice())
                    .isEqualTo("Write again today, with your first mail included.");
        }

        @Test
        void is_prompted_and_can_be_written() {
            Row row = row("2026-11-18T09:00", FIRST, SECOND);

            assertThat(row.text()).isEqualTo("2/3 · waiting 9 days · due");
            assertThat(row.severity()).isEqualTo("hint");
            assertThat(row.tries()).isEqualTo(2);
            assertThat(row.budget()).isEqualTo(3);
            assertThat(row.write()).isTrue();
            assertThat(row.messageId()).isEqualTo(new MessageId("2"));
        }

        @Test
        void after_a_not_now_it_has_no_number() {
            Post later = ANSWER.meaning(Meaning.Kind.NOT_NOW, "2026-12-01");
            Row row = row("2026-12-02T09:00", FIRST, later);

            assertThat(row.group()).isEqualTo("due");
            assertThat(row.tries()).isZero();
            assertThat(row.write()).isTrue();
            assertAdvice(
                    "They asked for a later time, and it has come: ask again.",
                    "Der spätere Zeitpunkt, um den Sie gebeten wurden, ist gekommen: Fragen Sie wieder.",
                    "2026-12-02T09:00", FIRST, later);
        }
    }

    @Nested
    class Last_try_sent {

        @Test
        void waits_out_its_week_and_points_to_letting_go() {
            assertAdvice(
                    "If nothing comes by Mon 23 Nov, let it go.",
                    "Kommt bis Montag, 23. November nichts, lassen Sie los.",
                    "2026-11-23T09:00", FIRST, SECOND, THIRD);
            assertAdvice(
                    "It is time to let go.",
                    "Es ist Zeit loszulassen.",
                    "2026-11-24T09:00", FIRST, SECOND, THIRD);
            assertThat(row("2026-11-18T09:00", FIRST, SECOND, THIRD).write()).isFalse();
            assertThat(row("2026-11-18T09:00", FIRST, SECOND, THIRD).severity()).isEqualTo("warning");
        }

        @Test
        void past_the_budget_nothing_is_waited_for() {
            Post fourth = attempt("4", "2026-11-23T09:00").on("3");

            assertThat(row("2026-11-23T19:00", FIRST, SECOND, THIRD, fourth).advice())
                    .isEqualTo("It is time to let go.");
        }
    }

    @Test
    void a_not_now_names_its_day() {
        Post later = ANSWER.meaning(Meaning.Kind.NOT_NOW, "2027-02-01");

        assertAdvice(
                "They asked for a later time: Mon 1 Feb 2027 is a good day to ask again.",
                "Gewünscht war ein späterer Zeitpunkt: Mo., 1. Feb. 2027 ist ein guter Tag, wieder zu fragen.",
                "2026-11-10T09:00", FIRST, later);
        assertThat(row("2026-11-10T09:00", FIRST, later).next()).isEqualTo(LocalDate.parse("2027-02-01"));
        assertThat(row("2026-11-10T09:00", FIRST, later).tries()).isZero();
    }

    @Nested
    class A_meeting {

        private final Post yes = ANSWER.meaning(Meaning.Kind.YES, "2026-11-10");

        @Test
        void says_what_to_ask_before_and_when_to_check_in_after() {
            assertThat(row("2026-11-05T09:00", FIRST, yes).advice())
                    .isEqualTo("You meet on Tue 10 Nov. Before you part, "
                            + "ask for their schedule, and whether a check-in in a week suits.");
            assertThat(row("2026-11-10T09:00", FIRST, yes).advice())
                    .isEqualTo("You meet today. Before you part, "
                            + "ask for their schedule, and whether a check-in in a week suits.");
            assertAdvice(
                    "You met on Tue 10 Nov. Give them until Tue 17 Nov before you check in.",
                    "Sie haben sich am Dienstag, 10. November getroffen. Lassen Sie Zeit bis Dienstag, 17. November, "
                            + "bevor Sie sich melden.",
                    "2026-11-11T09:00", FIRST, yes);
            assertAdvice(
                    "You met on Tue 10 Nov. Silence mostly means that they are busy: a good time to check in.",
                    "Sie haben sich am Dienstag, 10. November getroffen. Schweigen heißt meist nur, dass viel zu tun "
                            + "ist: ein guter Zeitpunkt, sich zu melden.",
                    "2026-11-17T09:00", FIRST, yes);
            assertAdvice(
                    "You met on Tue 10 Nov: there is nothing to do.",
                    "Sie haben sich am Dienstag, 10. November getroffen: Es ist nichts zu tun.",
                    "2026-12-01T09:00", FIRST, yes);
        }

        @Test
        void can_be_written_after_once_it_is_over() {
            assertThat(row("2026-11-05T09:00", FIRST, yes).write()).isFalse();
            assertThat(row("2026-11-18T09:00", FIRST, yes).write()).isTrue();
        }
    }

    @Test
    void what_has_gone_quiet_prompts_nothing() {
        assertAdvice(
                "Long past its day: write if it still matters, or let it go.",
                "Lange über den Tag hinaus: Schreiben Sie, wenn es noch wichtig ist, oder lassen Sie los.",
                "2027-01-20T09:00", FIRST);
        assertAdvice(
                "The last try was long ago: let it go.",
                "Der letzte Versuch ist lange her: Lassen Sie los.",
                "2027-01-20T09:00", FIRST, SECOND, THIRD);
        assertThat(row("2027-01-20T09:00", FIRST).severity()).isEqualTo("info");
        assertThat(row("2027-01-20T09:00", FIRST, SECOND, THIRD).severity()).isEqualTo("info");
        assertThat(row("2027-01-20T09:00", FIRST).write()).isTrue();
        assertThat(row("2027-01-20T09:00", FIRST).next()).isNull();
    }

    @Nested
    class Done {

        @Test
        void says_why_nothing_is_to_be_done() {
            List<Statement> letGo = List.of(said("2026-11-17T09:00", new Claim.Decided(Outcome.LET_GO)));
            Post thanks = attempt("t", "2026-11-04T09:00").on("a").closing();

            assertAdvice(
                    "Answered: there is nothing to do.",
                    "Beantwortet: Es ist nichts zu tun.",
                    "2026-11-18T09:00", FIRST, ANSWER);
            assertAdvice(
                    "They agreed: there is nothing to do.",
                    "Zugesagt: Es ist nichts zu tun.",
                    "2026-11-18T09:00", FIRST, ANSWER.meaning(Meaning.Kind.YES));
            assertAdvice(
                    "You let go: there is nothing to do.",
                    "Sie haben losgelassen: Es ist nichts zu tun.",
                    "2026-11-18T09:00", letGo, FIRST);
            assertAdvice(
                    "Your last mail asks nothing: no answer is waited for.",
                    "Ihre letzte Mail fragt nichts: Auf eine Antwort wird nicht gewartet.",
                    "2026-11-18T09:00", FIRST, ANSWER, thanks);
            assertThat(row("2026-11-18T09:00", FIRST, ANSWER).write()).isFalse();
            assertThat(row("2026-11-18T09:00", letGo, FIRST).write()).isFalse();
            assertThat(row("2026-11-18T09:00", FIRST, ANSWER, thanks).write()).isFalse();
        }

        @Test
        void after_a_no_one_mail_is_left_unless_it_is_one_of_many() {
            Post no = ANSWER.meaning(Meaning.Kind.NO);
            Statement firm = said("2026-11-03T11:00", new Claim.Meant(new MessageId("a"), Meaning.Kind.NO));
            Statement oneOfMany = said("2026-11-03T12:00", new Claim.Ranked(Priority.ONE_OF_MANY));

            assertAdvice(
                    "This reads like a no: find out whether it is one, or just busy now.",
                    "Das klingt nach einem Nein: Finden Sie heraus, ob es eines ist oder nur gerade nicht passt.",
                    "2026-11-18T09:00", FIRST, no);
            assertAdvice(
                    "They declined: leave it at that.",
                    "Abgelehnt: Lassen Sie es dabei.",
                    "2026-11-18T09:00", List.of(firm), FIRST, no);
            assertThat(row("2026-11-18T09:00", List.of(firm), FIRST, no).write()).isTrue();
            assertThat(row("2026-11-18T09:00", List.of(firm, oneOfMany), FIRST, no).write()).isFalse();
        }

        @Test
        void a_muted_one_says_so_and_can_only_be_heard_again() {
            List<Statement> muted = List.of(said("2026-11-17T09:00", new Claim.Muted(Claim.Scope.PERSON)));
            Row row = row("2026-11-18T09:00", muted, FIRST);

            assertThat(row.advice()).isEqualTo("Tact says nothing about this, as you wished.");
            assertThat(row(Locale.GERMANY, Policy.DEFAULT, "2026-11-18T09:00", muted, FIRST).advice())
                    .isEqualTo("Tact sagt dazu nichts, wie Sie es wünschen.");
            assertThat(row.group()).isEqualTo("done");
            assertThat(row.severity()).isEqualTo("info");
            assertThat(row.write()).isFalse();
            assertThat(row.actions()).hasSize(1);
        }

        @Test
        void points_to_the_thread_on_which_mail_was_exchanged_last() {
            Post elsewhere = attempt("4", "2026-11-04T09:00").subject("Harbours");

            assertAdvice(
                    "Your newest mails with Anna Berg are on another thread.",
                    "Ihre neuesten Mails mit Anna Berg stehen in einem anderen Thema.",
                    "2026-11-10T09:00", FIRST, ANSWER.meaning(Meaning.Kind.NOT_NOW, "2026-12-01"), elsewhere);
        }
    }

    @Nested
    class The_timeline {

        @Test
        void tells_tries_answers_and_the_meeting_oldest_first() {
            Post yes = answer("a", "2026-11-10T10:00").on("2").meaning(Meaning.Kind.YES, "2026-11-12");
            Post again = attempt("3", "2026-11-19T09:00").on("a");
            Row row = row("2026-11-20T09:00", FIRST, SECOND, yes, again);

            assertThat(row.timeline()).containsExactly(
                    new Moment(at("2026-11-02T09:00"), "try", "First try, Mon 2 Nov"),
                    new Moment(at("2026-11-09T09:00"), "try", "Second try, Mon 9 Nov"),
                    new Moment(at("2026-11-10T10:00"), "answer", "Answer, Tue 10 Nov"),
                    new Moment(at("2026-11-12T00:00"), "meeting", "Meeting, Thu 12 Nov"),
                    new Moment(at("2026-11-19T09:00"), "try", "First try, Thu 19 Nov"));
            assertThat(row.lastContact()).isEqualTo(at("2026-11-19T09:00"));
            assertThat(german("2026-11-20T09:00", FIRST, SECOND, yes, again).timeline())
                    .extracting(Moment::text)
                    .containsExactly(
                            "Erster Versuch, Montag, 2. November",
                            "Zweiter Versuch, Montag, 9. November",
                            "Antwort, Dienstag, 10. November",
                            "Treffen, Donnerstag, 12. November",
                            "Erster Versuch, Donnerstag, 19. November");
        }

        @Test
        void has_answers_by_other_means_and_the_year_where_it_is_another_one() {
            List<Statement> answered = List.of(said("2026-11-04T09:00", new Claim.AnsweredElsewhere()));

            assertThat(row("2027-01-05T09:00", answered, FIRST).timeline()).containsExactly(
                    new Moment(at("2026-11-02T09:00"), "try", "First try, Mon 2 Nov 2026"),
                    new Moment(at("2026-11-04T09:00"), "answer", "Answered by other means, Wed 4 Nov 2026"));
        }

        @Test
        void numbers_tries_past_the_third() {
            Post fourth = attempt("4", "2026-11-23T09:00").on("3");

            assertThat(row("2026-11-24T09:00", FIRST, SECOND, THIRD, fourth).timeline()).extracting(Moment::text)
                    .endsWith("Third try, Mon 16 Nov", "Try 4, Mon 23 Nov");
        }

        @Test
        void keeps_the_newest_twenty_four() {
            List<Post> posts = new ArrayList<>();
            for (int i = 1; i <= 30; i++) {
                Post post = attempt(Integer.toString(i), "2026-01-05T09:00").later(Duration.ofDays(7L * i));
                posts.add(i == 1 ? post : post.on(Integer.toString(i - 1)));
            }
            List<Moment> timeline = row("2026-11-24T09:00", posts.toArray(Post[]::new)).timeline();

            assertThat(timeline).hasSize(24).isSortedAccordingTo(Comparator.comparing(Moment::at));
            assertThat(timeline.get(0).text()).startsWith("Try 7, ");
            assertThat(timeline.get(23).text()).startsWith("Try 30, ");
        }
    }

    @Test
    void of_several_asked_it_says_how_many_more_there_are() {
        assertThat(row("2026-11-05T09:00", FIRST).others()).isZero();
        assertThat(row("2026-11-05T09:00", FIRST.to(ANNA, BORIS)).others()).isEqualTo(1);
    }

    @Test
    void a_hostile_name_and_subject_neither_flood_nor_rearrange_it() {
        Address evil = new Address("\u202e{0} '" + "x".repeat(5000), "evil@example.net");
        String subject = "Re: \u2066\u202eportfolio\u0007 " + "y".repeat(60_000);
        Row row = row("2026-11-10T09:00", FIRST.to(evil).subject(subject));

        assertThat(row.name()).startsWith("{0} 'xxx").endsWith("…").hasSizeLessThanOrEqualTo(120);
        assertThat(row.subject()).startsWith("portfolio  yyy").endsWith("…").hasSizeLessThanOrEqualTo(120);
        assertThat(words(row)).allSatisfy(
                text -> assertThat(text).doesNotContain("\u202e", "\u2066", "\u0007").hasSizeLessThan(400));
    }

    @Test
    void whatever_has_happened_each_row_has_its_words_in_both_languages() {
        for (int seed = 0; seed < 40; seed++) {
            Random random = new Random(seed);
            List<Mail> mails = RandomMail.mails(random, 24);
            List<Statement> statements = RandomMail.statements(random, mails, random.nextInt(12));
            Dossier dossier = new Dossier(Set.of(LENA.identity()), Set.of(), mails, statements);
            Instant now = at("2026-09-20T09:00").plus(Duration.ofDays(random.nextInt(100)));
            for (Locale language : Texts.LANGUAGES) {
                FollowUpMaker maker = new FollowUpMaker(Texts.in(language), Policy.DEFAULT, now, ZONE);
                for (FollowUp followUp : new Tracker(Policy.DEFAULT).followUps(dossier, now, ZONE)) {
                    Row row = maker.row(followUp);
                    assertThat(words(row)).as("seed %d, %s, %s", seed, now, row.thread())
                            .allSatisfy(text -> assertThat(text).isNotBlank().doesNotContain("{", "null"));
                    assertThat(row.timeline()).isSortedAccordingTo(Comparator.comparing(Moment::at)).isNotEmpty();
                }
            }
        }
    }

    private static Stream<String> words(Row row) {
        return Stream.of(
                        Stream.of(row.text(), row.title(), row.advice()),
                        row.timeline().stream().map(Moment::text),
                        row.actions().stream().map(Annotation.Action::label))
                .flatMap(texts -> texts);
    }
}
