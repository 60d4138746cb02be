package tact.store;

import static org.assertj.core.api.Assertions.assertThat;
import static tact.Post.ANNA;
import static tact.Post.BORIS;
import static tact.Post.LENA;
import static tact.Post.ZONE;
import static tact.Post.at;
import static tact.Post.attempt;
import static tact.Post.draft;
import static tact.Post.mails;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tact.Post;
import tact.event.Card;
import tact.event.Claim;
import tact.event.ClaimKind;
import tact.event.Draft;
import tact.mail.Address;
import tact.mail.Mail;
import tact.tracker.ContactHistory;
import tact.tracker.Policy;
import tact.tracker.Statement;
import tact.tracker.Tracker;

/** Several addresses of one person: by the address book, by what the user says, by a name at one house or on one thread. */
class AliasesTest {

    private static final Instant NOW = at("2026-11-23T09:00");
    private static final Address SAME_HOUSE = Address.parse("\"Berg, Anna\" <a.berg@verlag.example>");
    private static final Address AT_HOME = Address.parse("Anna Berg <anna.berg@gmx.de>");
    private static final Address OTHER_NAME = Address.parse("Die Schreibwerkstatt <anna@werkstatt.example>");
    private final Tracker tracker = new Tracker(Policy.DEFAULT);

    @Test
    void one_name_at_one_house_is_one_person() {
        assertThat(triesTo(ANNA, attempt("1", "2026-11-02T09:00").to(SAME_HOUSE))).isEqualTo(1);
    }

    @Test
    void one_name_at_a_public_provider_is_no_evidence() {
        assertThat(triesTo(ANNA, attempt("1", "2026-11-02T09:00").to(AT_HOME))).isZero();
        assertThat(triesTo(
                        Address.parse("Anna Berg <aberg@gmx.de>"), attempt("1", "2026-11-02T09:00").to(AT_HOME)))
                .isZero();
    }

    @Test
    void one_name_on_one_thread_is_one_person_whichever_mail_comes_first() {
        Post work = attempt("1", "2026-11-02T09:00");
        Post home = Post.answer("2", "2026-11-03T09:00").from(AT_HOME).on("1");
        Post later = attempt("3", "2026-11-10T09:00").to(AT_HOME).subject("Harbours");

        assertThat(triesTo(ANNA, work, home, later)).isEqualTo(1);
        assertThat(triesTo(ANNA, later, home, work)).isEqualTo(1);
    }

    @Test
    void a_thread_that_grows_together_later_joins_as_well() {
        Post work = attempt("1", "2026-11-02T09:00").on("lost");
        Post home = attempt("2", "2026-11-10T09:00").to(AT_HOME).on("found").subject("Harbours");
        Post between = Post.answer("3", "2026-10-01T09:00").from(BORIS).on("lost", "found");

        assertThat(triesTo(ANNA, work, home)).isEqualTo(1);
        assertThat(triesTo(ANNA, work, home, between)).isEqualTo(2);
    }

    @Test
    void a_role_is_nobody() {
        Address press = Address.parse("Presse Verlag <presse@verlag.example>");
        Address again = Address.parse("Presse Verlag <presse2@verlag.example>");

        assertThat(triesTo(press, attempt("1", "2026-11-02T09:00").to(again))).isZero();
    }

    @Test
    void addresses_on_one_card_are_one_persons_until_the_card_says_otherwise() {
        try (SqliteLedger ledger = ledger(attempt("1", "2026-11-02T09:00").to(OTHER_NAME))) {
            ledger.recordCards(List.of(new Card("card", List.of(ANNA, OTHER_NAME))));
            assertThat(history(ledger, ANNA).toPerson().tries()).isEqualTo(1);

            ledger.recordCards(List.of(new Card("card", List.of(ANNA))));
            assertThat(history(ledger, ANNA).toPerson().tries()).isZero();
        }
    }

    @Test
    void the_user_joins_and_splits() {
        try (SqliteLedger ledger = ledger(attempt("1", "2026-11-02T09:00").to(OTHER_NAME))) {
            say(ledger, "2026-11-20T09:00", ANNA, new Claim.SameAs(OTHER_NAME));
            assertThat(history(ledger, ANNA).toPerson().tries()).isEqualTo(1);
            assertThat(history(ledger, ANNA).alsoAt()).containsExactly(OTHER_NAME.identity());
            assertThat(history(ledger, OTHER_NAME).toPerson().tries()).isEqualTo(1);

            say(ledger, "2026-11-20T09:01", ANNA, new Claim.TakenBack(ClaimKind.SAME_AS));
            assertThat(history(ledger, ANNA).toPerson().tries()).isZero();
        }
        try (SqliteLedger ledger = ledger(attempt("1", "2026-11-02T09:00").to(SAME_HOUSE))) {
            say(ledger, "2026-11-20T09:00", ANNA, new Claim.NotSameAs(SAME_HOUSE));
            assertThat(history(ledger, ANNA).toPerson().tries()).isZero();
            assertThat(history(ledger, SAME_HOUSE).toPerson().tries()).isEqualTo(1);
        }
    }

    @Test
    void who_was_told_apart_stays_apart_whoever_knows_both() {
        try (SqliteLedger ledger = ledger(attempt("1", "2026-11-02T09:00").to(SAME_HOUSE))) {
            ledger.recordCards(List.of(new Card("one", List.of(ANNA, OTHER_NAME)), new Card("two", List.of(OTHER_NAME, SAME_HOUSE))));
            say(ledger, "2026-11-20T09:00", SAME_HOUSE, new Claim.NotSameAs(ANNA));

            assertThat(history(ledger, ANNA).alsoAt()).doesNotContain(SAME_HOUSE.identity());
        }
    }

    @Test
    void what_was_said_of_one_address_holds_for_the_person() {
        try (SqliteLedger ledger = ledger(attempt("1", "2026-11-02T09:00").to(SAME_HOUSE))) {
            say(ledger, "2026-11-20T09:00", SAME_HOUSE, new Claim.Muted(Claim.Scope.PERSON));

            assertThat(history(ledger, ANNA).course().isMuted()).isTrue();

            say(ledger, "2026-11-20T09:01", ANNA, new Claim.TakenBack(ClaimKind.MUTED));
            assertThat(history(ledger, ANNA).course().isMuted()).isFalse();
        }
    }

    @Test
    void my_own_addresses_are_never_somebody_elses() {
        Address myOther = Address.parse("Lena Vogt <lena@vogt.example>");
        try (SqliteLedger ledger = ledger(attempt("1", "2026-11-02T09:00"))) {
            ledger.recordMe(List.of(myOther));
            ledger.recordCards(List.of(new Card("us", List.of(ANNA, myOther))));

            assertThat(history(ledger, ANNA).alsoAt()).isEmpty();
        }
    }

    @Test
    void a_bounded_question_knows_the_same_people_as_all_facts_and_as_rebuilt_ones() {
        Random random = new Random(5);
        List<Address> people = List.of(ANNA, SAME_HOUSE, AT_HOME, OTHER_NAME, BORIS);
        for (int round = 0; round < 200; round++) {
            try (SqliteLedger ledger = SqliteLedger.inMemory()) {
                ledger.recordMe(List.of(LENA));
                List<Mail> arriving = new ArrayList<>();
                for (int i = 0; i < 12; i++) {
                    String when = String.format("2026-10-%02dT09:%02d", 1 + random.nextInt(28), random.nextInt(60));
                    Address person = people.get(random.nextInt(people.size()));
                    Post post = random.nextInt(3) > 0 ? attempt("m" + i, when).to(person) : Post.answer("m" + i, when).from(person);
                    post = random.nextBoolean() ? post.on("m" + random.nextInt(12)) : post.subject("Number " + i);
                    arriving.add(post.mail());
                }
                Collections.shuffle(arriving, random);
                ledger.recordMails(arriving, NOW);
                if (random.nextInt(3) == 0) {
                    ledger.recordCards(List.of(new Card("card", List.of(OTHER_NAME, people.get(random.nextInt(people.size()))))));
                }
                if (random.nextInt(3) == 0) {
                    Address one = people.get(random.nextInt(people.size()));
                    Address other = people.get(random.nextInt(people.size()));
                    say(ledger, "2026-11-01T09:00", one, random.nextBoolean() ? new Claim.SameAs(other) : new Claim.NotSameAs(other));
                }
                // An address that no mail names yet is joined by the name in the draft alone.
                List<Address> known = people.stream()
                        .filter(person -> arriving.stream().flatMap(Mail::people).anyMatch(person::equals))
                        .toList();
                List<ContactHistory> bounded = known.stream().map(person -> history(ledger, person)).toList();
                List<ContactHistory> all = known.stream()
                        .map(person -> tracker.histories(to(person), ledger.all(), NOW, ZONE).get(0))
                        .toList();
                ledger.rebuild();

                assertThat(bounded).as("round %d", round).isEqualTo(all);
                assertThat(known.stream().map(person -> history(ledger, person)).toList()).isEqualTo(bounded);
            }
        }
    }

    private static void say(SqliteLedger ledger, String when, Address person, Claim claim) {
        ledger.recordStatement(new Statement(at(when), claim, person, List.of()));
    }

    private static SqliteLedger ledger(Post... posts) {
        SqliteLedger ledger = SqliteLedger.inMemory();
        ledger.recordMe(List.of(LENA));
        ledger.recordMails(mails(posts), NOW);
        return ledger;
    }

    private int triesTo(Address person, Post... posts) {
        try (SqliteLedger ledger = ledger(posts)) {
            return history(ledger, person).toPerson().tries();
        }
    }

    private ContactHistory history(SqliteLedger ledger, Address person) {
        Draft draft = to(person);
        return tracker.histories(draft, ledger.about(draft.to(), List.of(), draft.subject()), NOW, ZONE).get(0);
    }

    private static Draft to(Address person) {
        return draft(List.of(person), "Something else", List.of(), "");
    }
}
