package tact.advice.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static tact.Post.ANNA;
import static tact.Post.LENA;
import static tact.Post.ZONE;
import static tact.Post.at;
import static tact.Post.attempt;
import static tact.Post.mails;
import static tact.Post.newDraft;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tact.Post;
import tact.advice.Advice;
import tact.advice.Choice;
import tact.advice.Phrase;
import tact.advice.Situation;
import tact.event.Claim;
import tact.event.Draft;
import tact.mail.Address;
import tact.tracker.Alias;
import tact.tracker.Dossier;
import tact.tracker.Policy;
import tact.tracker.Tracker;

class SamePersonTest {

    private static final Address OTHER = Address.parse("a.berg@verlag.example");

    @Test
    void names_the_other_address_and_lets_the_user_tell_them_apart() {
        assertThat(examine(attempt("1", "2026-11-02T09:00").to(OTHER))).hasValueSatisfying(advice -> {
            assertThat(advice.text()).isEqualTo(Phrase.of("same-person", OTHER.spec(), "Anna Berg"));
            assertThat(advice.passage()).isNull();
            assertThat(advice.choices()).extracting(Choice::claim).containsExactly(new Claim.NotSameAs(OTHER));
        });
    }

    @Test
    void is_silent_where_the_drafts_own_address_was_asked() {
        assertThat(examine(attempt("1", "2026-11-02T09:00"))).isEmpty();
        assertThat(examine(attempt("1", "2026-11-02T09:00").to(OTHER, ANNA))).isEmpty();
    }

    @Test
    void is_silent_where_nothing_is_unanswered() {
        assertThat(examine(attempt("1", "2026-11-02T09:00").to(OTHER), Post.answer("2", "2026-11-03T09:00").from(OTHER))).isEmpty();
    }

    private static Optional<Advice> examine(Post... posts) {
        Draft draft = newDraft();
        Instant now = at("2026-11-23T09:00");
        Dossier dossier = new Dossier(
                Set.of(LENA.identity()),
                Set.of(),
                mails(posts),
                List.of(),
                List.of(new Alias(Alias.Evidence.CARD, ANNA.identity(), OTHER.identity())));
        Situation situation = Situation.of(
                        draft, new Tracker(Policy.DEFAULT).histories(draft, dossier, now, ZONE), now, ZONE, Policy.DEFAULT)
                .orElseThrow();
        return new SamePerson().examine(situation);
    }
}
