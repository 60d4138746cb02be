package tact.tracker;

import static org.assertj.core.api.Assertions.assertThat;
import static tact.Post.ANNA;
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
import tact.event.Outcome;
import tact.mail.MessageId;

class StandingTest {

    private static final Post FIRST = attempt("1", "2026-11-02T09:00");
    private static final Post SECOND = attempt("2", "2026-11-09T09:00").on("1");
    private static final Post THIRD = attempt("3", "2026-11-16T09:00").on("2");

    @Test
    void waits_until_the_due_day_begins() {
        assertThat(standing("2026-11-08T23:59", List.of(), FIRST)).isEqualTo(Standing.WAITING);
        assertThat(standing("2026-11-09T00:00", List.of(), FIRST)).isEqualTo(Standing.DUE);
    }

    @Test
    void is_last_try_sent_with_the_third() {
        assertThat(standing("2026-11-16T10:00", List.of(), FIRST, SECOND, THIRD)).isEqualTo(Standing.LAST_TRY_SENT);
        assertThat(standing("2027-02-01T10:00", List.of(), FIRST, SECOND, THIRD)).isEqualTo(Standing.LAST_TRY_SENT);
    }

    @Test
    void is_let_go_when_the_user_said_so() {
        Statement letGo = new Statement(at("2026-11-20T09:00"), new Claim.Decided(Outcome.LET_GO), ANNA, List.of());
        Statement sendAnyway = new Statement(at("2026-11-20T09:00"), new Claim.Decided(Outcome.SEND_ANYWAY), ANNA, List.of());

        assertThat(standing("2026-11-23T09:00", List.of(letGo), FIRST, SECOND, THIRD)).isEqualTo(Standing.LET_GO);
        assertThat(standing("2026-11-23T09:00", List.of(sendAnyway), FIRST, SECOND, THIRD)).isEqualTo(Standing.LAST_TRY_SENT);
    }

    @Test
    void is_answered_when_a_human_answered() {
        assertThat(standing("2026-11-23T09:00", List.of(), FIRST, answer("a", "2026-11-03T09:00").on("1")))
                .isEqualTo(Standing.ANSWERED);
    }

    private static Standing standing(String now, List<Statement> statements, Post... posts) {
        Dossier dossier = new Dossier(Set.of(LENA.identity()), Set.of(), mails(posts), statements);
        ContactHistory history = new Tracker(Policy.DEFAULT).histories(new MessageId("1"), dossier, at(now), ZONE).get(0);
        return Standing.of(history, Policy.DEFAULT, at(now), ZONE);
    }
}
