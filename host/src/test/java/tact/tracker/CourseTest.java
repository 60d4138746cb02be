package tact.tracker;

import static org.assertj.core.api.Assertions.assertThat;
import static tact.Post.ANNA;
import static tact.Post.BORIS;
import static tact.Post.CARLA;
import static tact.Post.LENA;
import static tact.Post.ZONE;
import static tact.Post.answer;
import static tact.Post.at;
import static tact.Post.attempt;
import static tact.Post.bounce;
import static tact.Post.ids;
import static tact.Post.mails;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tact.Post;
import tact.event.Claim;
import tact.event.ClaimKind;
import tact.event.Draft;
import tact.event.Outcome;
import tact.mail.Address;
import tact.mail.AuthorKind;
import tact.mail.Meaning;
import tact.mail.MessageId;

class CourseTest {

    private static final Post FIRST = attempt("1", "2026-11-02T09:00");
    private static final Claim LET_GO = new Claim.Decided(Outcome.LET_GO);

    @Test
    void what_an_answer_means_is_said_of_a_person() {
        Post no = answer("a", "2026-11-03T09:00").on("1").meaning(Meaning.Kind.NO);
        Claim meant = new Claim.Meant(new MessageId("a"), Meaning.Kind.NOT_NOW);

        assertThat(course("2026-11-04T09:00", List.of(said("2026-11-03T10:00", ANNA, meant)), FIRST, no).answer().meaning())
                .isEqualTo(Meaning.Kind.NOT_NOW);
        assertThat(course("2026-11-04T09:00", List.of(said("2026-11-03T10:00", BORIS, meant)), FIRST, no).answer().meaning())
                .isEqualTo(Meaning.Kind.NO);
    }

    @Test
    void the_introducer_is_whoever_first_wrote_so_on_any_thread() {
        Post introduced = answer("i", "2026-10-01T09:00").from(BORIS).to(LENA, ANNA).subject("Lena, meet Anna").introducing();
        Post again = answer("j", "2026-10-20T09:00").from(CARLA).to(LENA, ANNA).subject("Anna, meet Lena").introducing();

        assertThat(course("2026-11-04T09:00", List.of(), FIRST, again, introduced).likelyIntroducer()).isEqualTo(BORIS);
    }

    @Test
    void else_the_introducer_is_whoever_put_both_on_the_thread_but_not_on_another_one() {
        Post opening = answer("o", "2026-11-01T09:00").from(BORIS).to(LENA).cc(ANNA);
        Post elsewhere = answer("e", "2026-10-01T09:00").from(CARLA).to(LENA, ANNA).subject("Minutes");

        assertThat(course("2026-11-04T09:00", List.of(), FIRST.on("o"), opening, elsewhere).likelyIntroducer()).isEqualTo(BORIS);
        assertThat(course("2026-11-04T09:00", List.of(), FIRST, elsewhere).likelyIntroducer()).isNull();
    }

    @Test
    void a_no_is_past_when_they_have_met_or_spoken_since() {
        Post no = answer("a", "2026-11-03T09:00").on("1").meaning(Meaning.Kind.NO);
        Statement firm = said("2026-11-03T10:00", ANNA, new Claim.Meant(new MessageId("a"), Meaning.Kind.NO));
        Statement met = said("2026-11-05T10:00", ANNA, new Claim.Met(LocalDate.parse("2026-11-05")));
        Statement spoken = said("2026-11-05T10:00", ANNA, new Claim.AnsweredElsewhere());

        assertThat(course("2026-11-06T09:00", List.of(firm), FIRST, no).isDeclined()).isTrue();
        assertThat(course("2026-11-06T09:00", List.of(firm, met), FIRST, no).isDeclined()).isFalse();
        assertThat(course("2026-11-06T09:00", List.of(firm, spoken), FIRST, no).isDeclined()).isFalse();
    }

    @Test
    void letting_go_needs_no_attempt_that_arrived() {
        Statement letGo = said("2026-11-03T09:00", ANNA, LET_GO);

        assertThat(course("2026-11-04T09:00", List.of(letGo)).letGoAt()).isEqualTo(at("2026-11-03T09:00"));
        assertThat(course("2026-11-04T09:00", List.of(letGo), FIRST, bounce("b", "2026-11-02T09:05", "1", ANNA)).letGoAt())
                .isEqualTo(at("2026-11-03T09:00"));
    }

    @Test
    void letting_go_ends_with_what_comes_next() {
        Statement letGo = said("2026-11-03T09:00", ANNA, LET_GO);
        Statement met = said("2026-11-05T10:00", ANNA, new Claim.Met(LocalDate.parse("2026-11-05")));
        Post ownQuestion = answer("q", "2026-11-04T09:00").subject("A question of mine");
        Post returned = attempt("2", "2026-11-04T09:00").on("1");

        assertThat(course("2026-11-06T09:00", List.of(letGo), FIRST).letGoAt()).isNotNull();
        assertThat(course("2026-11-06T09:00", List.of(letGo), FIRST, ownQuestion).letGoAt()).isNull();
        assertThat(course("2026-11-06T09:00", List.of(letGo, met), FIRST).letGoAt()).isNull();
        assertThat(course("2026-11-06T09:00", List.of(letGo), FIRST, returned, bounce("b", "2026-11-04T09:05", "2", ANNA)).letGoAt())
                .isNull();
    }

    @Test
    void taking_up_again_lifts_letting_go_however_often_it_was_said() {
        Statement letGo = said("2026-11-03T09:00", ANNA, LET_GO);
        Statement again = said("2026-11-03T09:01", ANNA, LET_GO);
        Statement held = said("2026-11-04T09:00", ANNA, new Claim.Decided(Outcome.KEEP_WRITING));
        Statement takeUp = said("2026-11-05T09:00", ANNA, new Claim.TakenBack(ClaimKind.DECIDED));

        assertThat(course("2026-11-06T09:00", List.of(letGo, again, held, takeUp), FIRST).letGoAt()).isNull();
    }

    @Test
    void speaking_again_lifts_muting_however_often_it_was_said_and_of_another_thread_it_does_not() {
        Statement muted = said("2026-11-03T09:00", ANNA, new Claim.Muted(Claim.Scope.PERSON));
        Statement again = said("2026-11-03T09:01", ANNA, new Claim.Muted(Claim.Scope.PERSON));
        Statement here = new Statement(at("2026-11-03T09:02"), new Claim.Muted(Claim.Scope.THREAD), ANNA, ids("1"));
        Statement elsewhere = new Statement(at("2026-11-03T09:03"), new Claim.Muted(Claim.Scope.THREAD), ANNA, ids("x"));
        Statement onHere = new Statement(at("2026-11-04T09:00"), new Claim.TakenBack(ClaimKind.MUTED), ANNA, ids("1"));
        Statement onElsewhere = new Statement(at("2026-11-04T09:00"), new Claim.TakenBack(ClaimKind.MUTED), ANNA, ids("x"));

        assertThat(course("2026-11-06T09:00", List.of(muted, again, here, elsewhere, onHere), FIRST).isMuted()).isFalse();
        assertThat(course("2026-11-06T09:00", List.of(here, elsewhere, onElsewhere), FIRST).isMuted()).isTrue();
    }

    @Test
    void what_a_machine_sends_in_my_name_asks_nothing_and_neither_does_my_acceptance() {
        Post absence = attempt("2", "2026-11-03T09:00").on("1").kind(AuthorKind.OUT_OF_OFFICE);
        Post acceptance = attempt("3", "2026-11-03T09:00").on("1").kind(AuthorKind.CALENDAR).meaning(Meaning.Kind.YES, "2026-12-01");
        Post invitation = attempt("4", "2026-11-03T09:00").on("1").kind(AuthorKind.CALENDAR).meaning(Meaning.Kind.OTHER);

        assertThat(history("2026-11-04T09:00", List.of(), FIRST, absence, acceptance).toPerson().tries()).isEqualTo(1);
        assertThat(history("2026-11-04T09:00", List.of(), FIRST, invitation).toPerson().tries()).isEqualTo(2);
    }

    private static Statement said(String when, Address person, Claim claim) {
        return new Statement(at(when), claim, person, List.of());
    }

    private static Course course(String now, List<Statement> statements, Post... posts) {
        return history(now, statements, posts).course();
    }

    /** With Anna, as a reply to the first try sees it. */
    private static ContactHistory history(String now, List<Statement> statements, Post... posts) {
        Draft draft = Post.replyTo("1");
        Dossier dossier = new Dossier(Set.of(LENA.identity()), Set.of(), mails(posts), statements);
        return new Tracker(Policy.DEFAULT).histories(draft, dossier, at(now), ZONE).get(0);
    }
}
