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
import static tact.Post.mails;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tact.Post;
import tact.event.Claim;
import tact.event.Draft;
import tact.mail.Address;
import tact.mail.Meaning;
import tact.mail.MessageId;

class CourseTest {

    private static final Post FIRST = attempt("1", "2026-11-02T09:00");

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

    private static Statement said(String when, Address person, Claim claim) {
        return new Statement(at(when), claim, person, List.of());
    }

    /** With Anna, as a reply to the first try sees it. */
    private static Course course(String now, List<Statement> statements, Post... posts) {
        Draft draft = Post.replyTo("1");
        Dossier dossier = new Dossier(Set.of(LENA.identity()), Set.of(), mails(posts), statements);
        return new Tracker(Policy.DEFAULT).histories(draft, dossier, at(now), ZONE).get(0).course();
    }
}
