package tact.store;

import static org.assertj.core.api.Assertions.assertThat;
import static tact.Post.ANNA;
import static tact.Post.BORIS;
import static tact.Post.CARLA;
import static tact.Post.LENA;
import static tact.Post.ZONE;
import static tact.Post.answer;
import static tact.Post.at;
import static tact.Post.attempt;
import static tact.Post.ids;
import static tact.Post.mails;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tact.Post;
import tact.event.Card;
import tact.event.Claim;
import tact.event.FollowUpGroup;
import tact.event.FollowUpSort;
import tact.event.LedgerRecord;
import tact.event.Outcome;
import tact.mail.Address;
import tact.mail.AuthorKind;
import tact.mail.Mail;
import tact.mail.MessageId;
import tact.tracker.FollowUp;
import tact.tracker.FollowUpIndex;
import tact.tracker.Outcomes;
import tact.tracker.Outcomes.Tally;
import tact.tracker.Policy;
import tact.tracker.RandomMail;
import tact.tracker.SearchWords;
import tact.tracker.Statement;
import tact.tracker.Tracker;
import tact.tracker.TryOutcome;

/** The index of follow-ups tells what all facts tell, whatever came in whatever order. */
class SqliteFollowUpsTest {

    private static final SearchWords ANY = SearchWords.of("");
    /** The name of Anna at her own house, and with another one. */
    private static final Address ANNA_TOO = Address.parse("Anna Berg <a.berg@verlag.example>");
    private static final Address ANNA_AT_HOME = Address.parse("Anna Berg <anna@berg.example>");
    private static final Address LIST = Address.parse("Bridges <bridges@lists.example>");
    private static final List<Address> PEOPLE = List.of(ANNA, BORIS, CARLA, ANNA_TOO, ANNA_AT_HOME, LIST);
    private static final Policy PATIENT = new Policy(
            4, 10, 14, 20, 1, 30, Duration.ZERO, 2, Duration.ofDays(60), EnumSet.of(DayOfWeek.TUESDAY, DayOfWeek.FRIDAY),
            Set.of(LocalDate.parse("2026-11-24")));

    private SqliteLedger ledger;
    private Policy policy;
    private Instant now;

    @BeforeEach
    void open() {
        ledger = SqliteLedger.inMemory();
        policy = Policy.DEFAULT;
        now = at("2026-11-02T12:00");
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    private FollowUpIndex.Rules rules() {
        return new FollowUpIndex.Rules("budget " + policy.budget(), new Tracker(policy), now, ZONE);
    }

    private FollowUpIndex caughtUp() {
        assertThat(ledger.followUps().catchUp(rules(), () -> true)).isZero();
        return ledger.followUps();
    }

    private List<FollowUp> told() {
        return new Tracker(policy).followUps(ledger.all(), now, ZONE);
    }

    private void assertIndexTellsAllFacts(String when) {
        FollowUpIndex index = caughtUp();
        List<FollowUp> told = told();
        for (FollowUpSort sort : FollowUpSort.values()) {
            assertThat(index.find(null, ANY, sort, 0, 1000)).as("%s, by %s", when, sort)
                    .isEqualTo(told.stream().sorted(order(sort)).map(FollowUp::root).toList());
        }
        assertThat(index.counts(ANY)).as(when)
                .isEqualTo(told.stream().collect(Collectors.groupingBy(FollowUp::group, Collectors.summingInt(one -> 1))));
        assertThat(index.marks(0, 1000)).as(when).isEqualTo(told.stream()
                .sorted(Comparator.comparing(FollowUp::root))
                .flatMap(one -> one.mark(policy).stream().map(mark -> new FollowUpIndex.Mark(one.newestTry(), mark)))
                .toList());
        Instant known = now.minus(Duration.ofDays(14));
        assertThat(index.outcomes(known)).as(when).isEqualTo(outcomes(told, known));
    }

    private static Comparator<FollowUp> order(FollowUpSort sort) {
        Comparator<FollowUp> newest = Comparator.comparing(FollowUp::lastContact).reversed().thenComparing(FollowUp::root);
        Comparator<FollowUp> within = switch (sort) {
            case NEXT -> Comparator.comparing((FollowUp one) -> one.next() == null ? LocalDate.MAX : one.next()).thenComparing(newest);
            case LAST_CONTACT -> newest;
            case PERSON -> Comparator.comparing((FollowUp one) -> SearchWords.fold(one.contact().person().display())).thenComparing(newest);
        };
        return Comparator.comparing(FollowUp::group).thenComparing(within);
    }

    private static Outcomes outcomes(List<FollowUp> told, Instant known) {
        Map<Integer, Tally> byNumber = new HashMap<>();
        Map<DayOfWeek, Tally> byWeekday = new HashMap<>();
        List<Duration> times = new ArrayList<>();
        for (TryOutcome outcome : told.stream().flatMap(one -> one.outcomes().stream()).toList()) {
            if (outcome.result() != TryOutcome.Result.OPEN || outcome.sentAt().isBefore(known)) {
                Tally one = new Tally(1, outcome.result() == TryOutcome.Result.ANSWERED ? 1 : 0);
                byNumber.merge(outcome.number(), one, SqliteFollowUpsTest::sum);
                byWeekday.merge(outcome.sentAt().atZone(ZONE).getDayOfWeek(), one, SqliteFollowUpsTest::sum);
            }
            if (outcome.answeredAfter() != null) {
                times.add(outcome.answeredAfter());
            }
        }
        Collections.sort(times);
        int streaks = told.stream().mapToInt(one -> one.contact().streaks().size()).sum();
        return new Outcomes(streaks, (int) told.stream().filter(FollowUp::isLetGo).count(), byNumber, byWeekday, times);
    }

    private static Tally sum(Tally one, Tally other) {
        return new Tally(one.tries() + other.tries(), one.answered() + other.answered());
    }

    @Test
    void after_each_fact_and_each_day_it_tells_the_same_as_all_facts() {
        for (int seed = 0; seed < Integer.getInteger("rounds", 60); seed++) {
            Random random = new Random(seed);
            close();
            open();
            ledger.recordMe(List.of(LENA));
            List<Mail> mails = new ArrayList<>(RandomMail.mails(random, 24));
            mails.replaceAll(mail -> varied(random, mail));
            List<Statement> statements = new ArrayList<>(RandomMail.statements(random, mails, random.nextInt(12)));
            Collections.shuffle(mails, random);
            for (int step = 0; !mails.isEmpty() || !statements.isEmpty(); step++) {
                happen(random, mails, statements);
                assertIndexTellsAllFacts("seed " + seed + ", step " + step);
            }
            for (int day = 0; day < 12; day++) {
                now = now.plus(Duration.ofHours(1 + random.nextInt(24 * 12)));
                assertIndexTellsAllFacts("seed " + seed + ", " + now);
            }
            ledger.rebuild();
            assertIndexTellsAllFacts("seed " + seed + ", rebuilt");
        }
    }

    /** With several people, people who have several addresses, and mailing lists. */
    private static Mail varied(Random random, Mail mail) {
        Post post = new Post(mail);
        boolean isMine = mail.from().equals(LENA);
        Address other = any(random);
        Post varied = switch (random.nextInt(10)) {
            case 0 -> post.to(Stream.concat(mail.to().stream(), Stream.of(other)).toArray(Address[]::new));
            case 1 -> post.cc(other);
            case 2, 3 -> isMine ? post.to(other) : mail.authorKind().isHuman() ? post.from(other) : post;
            case 4 -> isMine ? post : post.through(LIST);
            default -> post;
        };
        return varied.mail();
    }

    private void happen(Random random, List<Mail> mails, List<Statement> statements) {
        switch (random.nextInt(12)) {
            case 0 -> policy = policy.equals(PATIENT) ? Policy.DEFAULT : PATIENT;
            case 1 -> now = now.plus(Duration.ofHours(random.nextInt(60)));
            case 2 -> {
                List<Address> addresses = random.nextBoolean() ? List.of() : List.of(any(random), any(random));
                String id = "card" + random.nextInt(4);
                if (random.nextInt(3) > 0) {
                    ledger.recordCards(List.of(new Card(id, addresses)));
                } else {
                    List<String> identities = addresses.stream().map(Address::identity).toList();
                    ledger.recordAll(List.of(new LedgerRecord.AddressCard(id, identities)));
                }
            }
            case 3 -> {
                if (random.nextInt(6) == 0) {
                    ledger.recordMe(List.of(CARLA));
                }
            }
            case 4, 5, 6 -> {
                if (!statements.isEmpty()) {
                    ledger.recordStatement(statements.remove(0));
                }
            }
            default -> {
                int count = Math.min(mails.size(), 1 + random.nextInt(4));
                ledger.recordMails(mails.subList(0, count), now);
                mails.subList(0, count).clear();
            }
        }
    }

    private static Address any(Random random) {
        return PEOPLE.get(random.nextInt(PEOPLE.size()));
    }

    @Test
    void what_was_asked_of_an_address_that_turns_out_to_be_a_list_was_asked_of_nobody() {
        ledger.recordMe(List.of(LENA));
        ledger.recordMails(mails(attempt("1", "2026-10-05T09:00").to(LIST)), now);
        assertThat(find(caughtUp(), "bridges")).isEqualTo(ids("1"));

        ledger.recordMails(mails(answer("b", "2026-10-06T09:00").from(BORIS).subject("Harbours").through(LIST)), now);

        assertThat(find(caughtUp(), "bridges")).isEmpty();
        assertIndexTellsAllFacts("a list");
    }

    @Test
    void tries_to_two_addresses_that_a_name_makes_one_persons_later_are_counted_together() {
        Address nameless = new Address("", ANNA_TOO.spec());
        ledger.recordMe(List.of(LENA));
        ledger.recordMails(
                mails(attempt("1", "2026-10-19T09:00"), attempt("2", "2026-10-26T09:00").to(nameless).subject("Harbours")), now);
        assertThat(caughtUp().marks(0, 10)).extracting(FollowUpIndex.Mark::mark).containsExactly("try-1", "try-1");

        ledger.recordMails(mails(attempt("3", "2026-10-28T09:00").to(BORIS).cc(ANNA_TOO).subject("Jury")), now);

        assertThat(caughtUp().marks(0, 10)).extracting(FollowUpIndex.Mark::mark).containsExactly("try-2", "try-2", "try-1");
        assertIndexTellsAllFacts("a name");
    }

    @Test
    void a_thread_that_becomes_a_follow_up_by_time_alone_is_found_from_that_day_on() {
        Post notHeard = attempt("2", "2026-10-07T09:00").on("a").to(BORIS).kind(AuthorKind.AUTO_REPLY);
        Post open = attempt("3", "2026-10-26T09:00").to(BORIS).subject("Harbours");
        ledger.recordMe(List.of(LENA));
        ledger.recordMails(
                mails(attempt("1", "2026-10-05T09:00"), answer("a", "2026-10-06T09:00").on("1"), notHeard, open), now);
        ledger.recordStatement(new Statement(now, new Claim.Met(LocalDate.parse("2026-11-15")), BORIS, ids("3")));
        assertThat(find(caughtUp(), "portfolio")).isEmpty();

        now = at("2026-11-16T09:00");

        assertThat(find(caughtUp(), "portfolio")).isEqualTo(ids("1"));
        assertIndexTellsAllFacts("after the meeting");
    }

    @Test
    void when_the_time_is_over_it_says_how_much_is_left_and_goes_on_the_next_time() {
        ledger.recordMe(List.of(LENA));
        ledger.recordMails(
                mails(
                        attempt("1", "2026-10-05T09:00"),
                        attempt("2", "2026-10-19T09:00").to(BORIS).subject("Harbours"),
                        attempt("3", "2026-10-26T09:00").to(CARLA).subject("Jury")),
                now);
        FollowUpIndex index = ledger.followUps();
        int[] left = {1};

        assertThat(index.catchUp(rules(), () -> left[0]-- > 0)).isEqualTo(2);
        assertThat(index.find(null, ANY, FollowUpSort.NEXT, 0, 10)).isEqualTo(ids("3"));
        assertThat(index.catchUp(rules(), () -> true)).isZero();
        assertThat(index.find(null, ANY, FollowUpSort.LAST_CONTACT, 0, 10)).containsExactlyInAnyOrderElementsOf(ids("1", "2", "3"));
    }

    @Test
    void without_a_new_fact_a_day_or_a_rule_nothing_is_worked_out_again() {
        ledger.recordMe(List.of(LENA));
        ledger.recordMails(mails(attempt("1", "2026-10-26T09:00")), now);
        caughtUp();

        assertThat(ledger.followUps().catchUp(rules(), () -> {
            throw new AssertionError("nothing is stale");
        })).isZero();
    }

    @Test
    void it_is_found_by_all_words_of_person_address_and_subject_in_any_case_and_accent() {
        ledger.recordMe(List.of(LENA));
        ledger.recordMails(
                mails(
                        attempt("1", "2026-10-26T09:00").to(Address.parse("José Müßig <jose@galerie.example>")).subject("Brücken"),
                        attempt("2", "2026-10-26T10:00").to(BORIS).subject("100 % Häfen")),
                now);
        FollowUpIndex index = caughtUp();

        assertThat(find(index, "JOSE brucken")).isEqualTo(ids("1"));
        assertThat(find(index, "muss galerie.EX")).isEqualTo(ids("1"));
        assertThat(find(index, "%")).isEqualTo(ids("2"));
        assertThat(find(index, "jose hafen")).isEmpty();
        assertThat(index.counts(SearchWords.of("brück"))).isEqualTo(Map.of(FollowUpGroup.DUE, 1));
    }

    private static List<MessageId> find(FollowUpIndex index, String text) {
        return index.find(null, SearchWords.of(text), FollowUpSort.NEXT, 0, 10);
    }

    @Test
    void its_work_does_not_make_an_open_draft_ask_the_ledger_again() {
        ledger.recordMe(List.of(LENA));
        ledger.recordMails(mails(attempt("1", "2026-10-26T09:00")), now);
        long revision = ledger.revision();

        caughtUp();

        assertThat(ledger.revision()).isEqualTo(revision);
    }

    @Test
    void what_was_let_go_is_marked_so_and_quiet() {
        ledger.recordMe(List.of(LENA));
        ledger.recordMails(
                mails(attempt("1", "2026-10-05T09:00"), attempt("2", "2026-10-26T09:00").on("1"), answer("a", "2026-10-06T09:00").from(BORIS)),
                now);
        assertThat(caughtUp().marks(0, 10)).isEqualTo(List.of(new FollowUpIndex.Mark(new MessageId("2"), "try-2")));

        ledger.recordStatement(new Statement(now, new Claim.Decided(Outcome.LET_GO), ANNA, ids("2")));

        assertThat(caughtUp().marks(0, 10)).isEqualTo(List.of(new FollowUpIndex.Mark(new MessageId("2"), "let-go")));
        assertThat(caughtUp().counts(ANY)).isEqualTo(Map.of(FollowUpGroup.DONE, 1));
    }
}
