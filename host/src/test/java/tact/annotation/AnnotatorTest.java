package tact.annotation;

import static org.assertj.core.api.Assertions.assertThat;
import static tact.advice.Situations.followUp;
import static tact.advice.Situations.letGo;
import static tact.advice.Situations.said;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tact.Post;
import tact.advice.Advice;
import tact.advice.Phrase;
import tact.advice.Range;
import tact.advice.Rulebook;
import tact.advice.Severity;
import tact.advice.Situation;
import tact.advice.Situations;
import tact.event.Claim;
import tact.event.Draft;
import tact.event.Priority;
import tact.mail.Address;
import tact.mail.Mail;
import tact.mail.Meaning;
import tact.mail.MessageId;
import tact.tracker.Dossier;
import tact.tracker.Policy;
import tact.tracker.Statement;
import tact.tracker.Tracker;

class AnnotatorTest {

    private static final String[] THREE = {"2026-11-02T09:00", "2026-11-09T09:00", "2026-11-16T09:00"};

    private static Annotation annotate(Situation situation, boolean looking) {
        return new Annotator(Texts.in(Locale.ENGLISH)).annotate(situation, Rulebook.examine(situation), looking);
    }

    @Test
    void a_first_mail_has_a_quiet_badge_and_no_lens() {
        Annotation annotation = annotate(followUp("2026-11-02T09:00"), false);

        assertThat(annotation.badge()).isEqualTo("1/3");
        assertThat(annotation.lens()).isNull();
        assertThat(annotation.hold()).isNull();
    }

    @Test
    void while_the_history_is_being_read_the_lens_says_so_and_no_number_is_claimed() {
        Annotation annotation = annotate(followUp("2026-11-02T09:00"), true);

        assertThat(annotation.badge()).isNull();
        assertThat(annotation.lens().text()).isEqualTo("Looking for your earlier mails to Anna Berg …");
    }

    @Test
    void what_is_known_already_is_shown_while_more_is_being_read() {
        assertThat(annotate(followUp("2026-11-09T09:00", "2026-11-02T09:00"), true).badge()).isEqualTo("2/3");
    }

    @Test
    void a_mark_counts_the_same_words_before_it_but_not_those_in_quoted_lines() {
        String draft = "> ASAP, you wrote, ASAP\nASAP it is.\n> or\nIs it ASAP?";
        Situation situation = Situations.followUp("2026-11-11T09:00", draft, new String[] {"2026-11-02T09:00"});
        int last = draft.lastIndexOf("ASAP");
        Advice advice = new Advice("due", Severity.HINT, Phrase.of("fix.leave-out"), null).at(List.of(new Range(last, last + 4)));

        Annotation annotation = new Annotator(Texts.in(Locale.ENGLISH)).annotate(situation, List.of(advice), false);

        assertThat(annotation.advice().get(0).marks()).containsExactly(new Annotation.Mark("ASAP", 1));
    }

    @Test
    void a_follow_up_at_its_time_names_attempt_person_and_wait() {
        Annotation.Lens lens = annotate(followUp("2026-11-11T09:00", "2026-11-02T09:00"), false).lens();

        assertThat(lens).isEqualTo(
                new Annotation.Lens("Attempt 2 of 3 to Anna Berg · last one 9 days ago · no answer yet", "hint"));
    }

    @Test
    void a_follow_up_too_early_names_the_better_day() {
        Annotation.Lens lens = annotate(followUp("2026-11-03T09:00", "2026-11-02T09:00"), false).lens();

        assertThat(lens).isEqualTo(new Annotation.Lens(
                "Attempt 2 of 3 to Anna Berg · last one yesterday · better wait until Mon 9 Nov", "warning"));
    }

    @Test
    void a_very_long_name_is_cut_in_the_lens_so_that_the_rest_can_be_read() {
        Address long_ = Address.parse("\"Dr. Maximiliane-Theodora von Hohenstein-Waldburg zu Wolfegg\" <m@x.example>");
        List<Mail> one = List.of(Post.attempt("try1", "2026-11-02T09:00").to(long_).mail());
        Draft draft = Post.draft(List.of(long_), "x", List.of(), "");
        Dossier dossier = new Dossier(Set.of(Post.LENA.identity()), Set.of(), one, List.of());
        Instant now = Post.at("2026-11-11T09:00");
        Situation situation = Situation.of(
                        draft, new Tracker(Policy.DEFAULT).histories(draft, dossier, now, Post.ZONE), now, Post.ZONE, Policy.DEFAULT)
                .orElseThrow();

        Annotation annotation = annotate(situation, false);

        assertThat(annotation.lens().text())
                .isEqualTo("Attempt 2 of 3 to Dr. Maximiliane-Theodora von Hohens… · last one 9 days ago · no answer yet");
        assertThat(annotation.name()).isEqualTo(long_.name());
    }

    @Test
    void a_mail_within_the_hour_belongs_to_the_attempt_before_it() {
        Annotation annotation = annotate(followUp("2026-11-02T09:20", "2026-11-02T09:00"), false);

        assertThat(annotation.badge()).isEqualTo("1/3");
        assertThat(annotation.due()).isNull();
        assertThat(annotation.lens())
                .isEqualTo(new Annotation.Lens("Still attempt 1 of 3 to Anna Berg · sent within the hour", "info"));
    }

    @Test
    void past_the_budget_there_is_a_hold_with_the_dated_tries_and_one_safe_choice() {
        Annotation annotation = annotate(followUp("2026-11-23T09:00", THREE), false);

        assertThat(annotation.badge()).isEqualTo("4/3");
        assertThat(annotation.hold().tries()).extracting(Annotation.Try::date)
                .containsExactly("Mon 2 Nov 2026", "Mon 9 Nov 2026", "Mon 16 Nov 2026");
        assertThat(annotation.hold().choices()).extracting(Annotation.Choice::outcome)
                .containsExactly("let-go", "keep-writing", "send-anyway");
        assertThat(annotation.hold().choices()).filteredOn(Annotation.Choice::safe).extracting(Annotation.Choice::outcome)
                .containsExactly("keep-writing");
    }

    @Test
    void before_a_last_try_the_gut_check_asks_and_is_no_finding() {
        Annotation annotation = annotate(followUp("2026-11-20T09:00", THREE[0], THREE[1]), false);

        assertThat(annotation.advice()).extracting(Annotation.Finding::rule).doesNotContain("gut-check");
        assertThat(annotation.gutCheck().question())
                .isEqualTo("Would this mail drive you mad? Or would you be thankful for the reminder?");
        assertThat(annotation.gutCheck().answers()).satisfiesExactly(
                thankful -> assertThat(thankful.choices()).isEmpty(),
                annoyed -> {
                    assertThat(annoyed.choices()).extracting(Annotation.Action::label).containsExactly("Let go of Anna Berg");
                    assertThat(annoyed.fixes()).extracting(Annotation.FixOffer::id).containsExactly("send-on");
                });
    }

    @Test
    void a_hold_asks_the_gut_check_too_unless_the_user_let_go() {
        Annotation held = annotate(followUp("2026-11-23T09:00", THREE), false);
        Annotation letGo = annotate(Situations.of("2026-11-25T09:00", "", threeTries(), List.of(letGo("2026-11-23T09:00"))), false);

        assertThat(held.hold().gutCheck()).isEqualTo(held.gutCheck()).isNotNull();
        assertThat(letGo.hold().gutCheck()).isNull();
        assertThat(annotate(followUp("2026-11-09T09:00", THREE[0]), false).gutCheck()).isNull();
    }

    @Test
    void a_call_is_offered_once_somebody_has_not_answered() {
        assertThat(annotate(followUp("2026-11-02T09:00"), false).call()).isNull();
        Annotation.Call offer = annotate(followUp("2026-11-03T09:00", THREE[0]), false).call();
        assertThat(offer.label()).isEqualTo("It is urgent");
        assertThat(offer.fields()).extracting(Annotation.Field::name)
                .containsExactly("deadline", "reason", "introduction", "request");
        assertThat(annotate(followUp("2026-11-23T09:00", THREE), false).hold().call()).isNotNull();
    }

    @Test
    void an_open_deadline_is_in_the_lens_and_in_the_offer() {
        LocalDate friday = LocalDate.of(2026, 11, 6);
        Annotation annotation = annotate(
                Situations.of(
                        "2026-11-03T09:00",
                        "",
                        List.of(Post.attempt("try1", THREE[0]).mail()),
                        List.of(said("2026-11-03T08:00", new Claim.Urgent(friday, "The print run starts.")))),
                false);

        assertThat(annotation.lens()).isEqualTo(
                new Annotation.Lens("Attempt 2 of 3 to Anna Berg · deadline Fri 6 Nov · a short call does more now", "hint"));
        assertThat(annotation.call().label()).isEqualTo("Prepare the call");
        assertThat(annotation.call().deadline()).isEqualTo(friday);
        assertThat(annotation.call().reason()).isEqualTo("The print run starts.");
    }

    @Test
    void a_mail_that_came_back_is_in_the_lens_although_nothing_is_unanswered() {
        List<Mail> returned = Post.mails(Post.attempt("try1", THREE[0]), Post.bounce("b", "2026-11-02T09:01", "try1", Post.ANNA));
        Annotation annotation = annotate(Situations.of("2026-11-03T09:00", "", returned, List.of()), false);

        assertThat(annotation.badge()).isEqualTo("1/3");
        assertThat(annotation.lens())
                .isEqualTo(new Annotation.Lens("Your last mail to Anna Berg came back · check the address", "warning"));
    }

    @Test
    void about_whom_the_user_wants_to_hear_nothing_there_is_a_quiet_badge_and_the_way_back() {
        Annotation annotation = annotate(
                Situations.of(
                        "2026-11-25T09:00", "", threeTries(), List.of(said("2026-11-16T10:00", new Claim.Muted(Claim.Scope.PERSON)))),
                false);

        assertThat(annotation.badge()).isEqualTo("4/3");
        assertThat(annotation.label()).isEqualTo("Quiet");
        assertThat(annotation.lens()).isNull();
        assertThat(annotation.advice()).isEmpty();
        assertThat(annotation.hold()).isNull();
        assertThat(annotation.gutCheck()).isNull();
        assertThat(annotation.call()).isNull();
        assertThat(annotation.due()).isNull();
        assertThat(annotation.actions()).extracting(Annotation.Action::label).containsExactly("Speak again about Anna Berg");
    }

    private static List<Mail> threeTries() {
        return Post.mails(
                Post.attempt("try1", THREE[0]),
                Post.attempt("try2", THREE[1]).on("try1"),
                Post.attempt("try3", THREE[2]).on("try2"));
    }

    @Test
    void after_letting_go_the_lens_recalls_it_calmly() {
        Annotation annotation =
                annotate(Situations.of("2026-11-25T09:00", "", threeTries(), List.of(letGo("2026-11-23T09:00"))), false);

        assertThat(annotation.lens())
                .isEqualTo(new Annotation.Lens("You let go of Anna Berg on Mon 23 Nov · 3 tries without an answer", "info"));
    }

    @Test
    void an_answer_that_reads_like_a_no_or_asks_for_later_is_on_the_lens_until_another_mail_is_out() {
        Post no = Post.answer("a", "2026-11-03T09:00").on("try1").meaning(Meaning.Kind.NO);
        Post later = Post.answer("a", "2026-11-03T09:00").on("try1").meaning(Meaning.Kind.NOT_NOW, "2027-03-03");

        assertThat(after("2026-11-05T09:00", List.of(), no).lens()).isEqualTo(
                new Annotation.Lens("Anna Berg: the last answer reads like a no · a real no, or busy now?", "hint"));
        assertThat(after("2026-11-05T09:00", List.of(), later).lens())
                .isEqualTo(new Annotation.Lens("Anna Berg asked for a later time: Wed 3 Mar", "info"));
        assertThat(after("2027-03-03T09:00", List.of(), later).lens())
                .isEqualTo(new Annotation.Lens("Anna Berg asked for a later time, which came on Wed 3 Mar", "info"));
    }

    @Test
    void a_firm_no_is_on_lens_and_button_and_past_its_budget_there_is_a_hold_with_the_tries_since() {
        Post no = Post.answer("a", "2026-11-03T09:00").on("try1").meaning(Meaning.Kind.NO);
        Post since = Post.attempt("try2", "2026-11-04T09:00").on("a");
        Statement firm = said("2026-11-03T10:00", new Claim.Meant(new MessageId("a"), Meaning.Kind.NO));

        Annotation first = after("2026-11-05T09:00", List.of(firm), no);
        Annotation second = after("2026-11-05T09:00", List.of(firm), no, since);

        assertThat(first.lens()).isEqualTo(new Annotation.Lens("Anna Berg declined on Tue 3 Nov", "hint"));
        assertThat(first.title()).isEqualTo("Tact: Anna Berg declined on Tue 3 Nov");
        assertThat(first.label()).isEqualTo("Declined");
        assertThat(second.label()).isEqualTo("Let it go?");
        assertThat(first.hold()).isNull();
        assertThat(second.lens()).isEqualTo(new Annotation.Lens("Anna Berg declined on Tue 3 Nov · time to let go", "hold"));
        assertThat(second.hold().tries()).extracting(Annotation.Try::date).containsExactly("Wed 4 Nov 2026");
    }

    @Test
    void one_of_many_who_declined_is_held_without_a_try_and_let_go_calmly() {
        Post no = Post.answer("a", "2026-11-03T09:00").on("try1").meaning(Meaning.Kind.NO);
        List<Statement> said = List.of(
                said("2026-11-03T10:00", new Claim.Meant(new MessageId("a"), Meaning.Kind.NO)),
                said("2026-11-03T10:00", new Claim.Ranked(Priority.ONE_OF_MANY)));

        Annotation held = after("2026-11-05T09:00", said, no);

        assertThat(held.hold().tries()).isEmpty();
        assertThat(held.hold().text()).startsWith("Anna Berg declined, and is one of many on your list.");
        assertThat(after("2026-11-06T09:00", Stream.concat(said.stream(), Stream.of(letGo("2026-11-05T09:00"))).toList(), no).lens())
                .isEqualTo(new Annotation.Lens("Anna Berg declined on Tue 3 Nov", "info"));
    }

    @Test
    void a_meeting_is_on_the_lens_of_what_is_written_before_it_and_on_its_day() {
        Post yes = Post.answer("a", "2026-11-03T09:00").on("try1").meaning(Meaning.Kind.YES, "2026-11-10");
        Post confirmed = Post.attempt("try2", "2026-11-03T12:00").on("a");

        assertThat(after("2026-11-05T09:00", List.of(), yes).lens()).isNull();
        assertThat(after("2026-11-05T09:00", List.of(), yes, confirmed).lens())
                .isEqualTo(new Annotation.Lens("You meet Anna Berg on Tue 10 Nov", "info"));
        assertThat(after("2026-11-10T08:00", List.of(), yes, confirmed).lens())
                .isEqualTo(new Annotation.Lens("You meet Anna Berg today", "hint"));
        assertThat(after("2026-11-11T08:00", List.of(), yes, confirmed).lens()).isNull();
    }

    private static Annotation after(String now, List<Statement> said, Post... posts) {
        List<Mail> mails = Stream.concat(Stream.of(Post.attempt("try1", "2026-11-02T09:00")), Stream.of(posts)).map(Post::mail).toList();
        return annotate(Situations.of(now, "", mails, said), false);
    }
}
