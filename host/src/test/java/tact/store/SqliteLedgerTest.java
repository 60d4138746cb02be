package tact.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tact.Post.ANNA;
import static tact.Post.BORIS;
import static tact.Post.CARLA;
import static tact.Post.LENA;
import static tact.Post.answer;
import static tact.Post.at;
import static tact.Post.attempt;
import static tact.Post.bounce;
import static tact.Post.draft;
import static tact.Post.ids;
import static tact.Post.mails;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tact.Post;
import tact.event.Draft;
import tact.event.Event.Search;
import tact.event.Claim;
import tact.event.Outcome;
import tact.event.SearchKind;
import tact.mail.Address;
import tact.mail.Mail;
import tact.mail.MessageId;
import tact.tracker.Dossier;
import tact.tracker.LedgerException;
import tact.tracker.Policy;
import tact.tracker.RandomMail;
import tact.tracker.Tracker;

class SqliteLedgerTest {

    private static final Instant NOW = at("2026-11-23T09:00");

    @TempDir
    Path folder;

    private final Tracker tracker = new Tracker(Policy.DEFAULT);

    private Path file() {
        return folder.resolve("ledger.sqlite");
    }

    @Test
    void gives_back_what_it_was_given_after_it_was_closed() {
        Mail bounce = bounce("b", "2026-11-02T09:01", "1", ANNA, BORIS).mail();
        Mail mail = attempt("1", "2026-11-02T09:00").to(ANNA, BORIS).cc(CARLA).on("x", "y").in("talk").through(BORIS).mail();
        tact.tracker.Statement said = new tact.tracker.Statement(NOW, new Claim.Decided(Outcome.LET_GO), ANNA, ids("1"));
        try (SqliteLedger ledger = SqliteLedger.open(file())) {
            ledger.recordMe(List.of(LENA));
            ledger.recordMails(List.of(mail, bounce), NOW);
            ledger.recordStatement(said);
        }

        try (SqliteLedger ledger = SqliteLedger.open(file())) {
            assertThat(ledger.all().mails()).containsExactly(mail, bounce);
            assertThat(ledger.all().statements()).containsExactly(said);
            assertThat(ledger.all().lists()).containsExactly(BORIS.identity());
            assertThat(ledger.me()).containsExactly(LENA.identity());
            assertThat(ledger.mail(new MessageId("1"))).contains(mail);
        }
    }

    @Test
    void counts_no_mail_twice() {
        try (SqliteLedger ledger = SqliteLedger.inMemory()) {
            Mail mail = attempt("1", "2026-11-02T09:00").mail();

            assertThat(ledger.recordMails(List.of(mail, mail), NOW)).isEqualTo(1);
            assertThat(ledger.recordMails(List.of(mail), NOW)).isZero();
            assertThat(ledger.unknown(ids("1", "2"))).isEqualTo(ids("2"));
        }
    }

    @Test
    void remembers_the_latest_moment_up_to_which_mail_was_searched() {
        try (SqliteLedger ledger = SqliteLedger.inMemory()) {
            Search anna = new Search(SearchKind.ADDRESS, ANNA.spec(), NOW);
            Search subject = new Search(SearchKind.SUBJECT, "Re: Portfolio", NOW);
            ledger.recordHistoryRead(List.of(anna, subject), NOW);
            ledger.recordHistoryRead(List.of(anna), NOW.minusSeconds(60));

            assertThat(ledger.historyRead(anna)).contains(NOW);
            assertThat(ledger.historyRead(new Search(SearchKind.SUBJECT, "portfolio", NOW))).contains(NOW);
            assertThat(ledger.historyRead(new Search(SearchKind.ADDRESS, BORIS.spec(), NOW))).isEmpty();
        }
    }

    @Test
    void what_is_derived_live_equals_what_is_rebuilt_from_the_facts() {
        Random random = new Random(7);
        for (int round = 0; round < 60; round++) {
            try (SqliteLedger ledger = SqliteLedger.inMemory()) {
                ledger.recordMe(List.of(LENA));
                List<Mail> mails = RandomMail.mails(random, 20);
                for (Mail mail : mails) {
                    ledger.recordMails(List.of(mail), NOW);
                }
                RandomMail.statements(random, mails, 8).forEach(ledger::recordStatement);
                List<Draft> drafts = drafts(mails);
                List<Object> live = histories(ledger, drafts);

                ledger.rebuild();

                assertThat(histories(ledger, drafts)).isEqualTo(live);
            }
        }
    }

    @Test
    void a_bounded_question_gets_the_same_answer_as_all_facts_in_any_order_of_arrival() {
        Random random = new Random(11);
        for (int round = 0; round < 600; round++) {
            try (SqliteLedger ledger = SqliteLedger.inMemory()) {
                ledger.recordMe(List.of(LENA));
                List<Mail> mails = RandomMail.mails(random, 20);
                List<tact.tracker.Statement> statements = RandomMail.statements(random, mails, random.nextInt(12));
                Dossier told = new Dossier(Set.of(LENA.identity()), Set.of(), mails, statements);
                arrive(ledger, mails, statements, random);

                for (Draft draft : drafts(mails)) {
                    Dossier bounded = ledger.about(draft.to(), draft.references(), draft.subject());
                    assertThat(tracker.histories(draft, bounded, NOW, Post.ZONE))
                            .as("round %d, %s on %s", round, draft.to(), draft.references())
                            .isEqualTo(tracker.histories(draft, ledger.all(), NOW, Post.ZONE))
                            .isEqualTo(tracker.histories(draft, told, NOW, Post.ZONE));
                }
            }
        }
    }

    /** Records facts in random order, mails in batches between which the user says something. */
    private static void arrive(SqliteLedger ledger, List<Mail> mails, List<tact.tracker.Statement> statements, Random random) {
        List<Mail> arriving = new ArrayList<>(mails);
        Collections.shuffle(arriving, random);
        List<tact.tracker.Statement> said = new ArrayList<>(statements);
        Collections.shuffle(said, random);
        int half = arriving.size() / 2;
        ledger.recordMails(arriving.subList(0, half), NOW);
        said.forEach(ledger::recordStatement);
        ledger.recordMails(arriving.subList(half, arriving.size()), NOW);
    }

    private List<Object> histories(SqliteLedger ledger, List<Draft> drafts) {
        List<Object> all = new ArrayList<>();
        for (Draft draft : drafts) {
            all.add(tracker.histories(draft, ledger.about(draft.to(), draft.references(), draft.subject()), NOW, Post.ZONE));
        }
        return all;
    }

    private static List<Draft> drafts(List<Mail> mails) {
        List<Draft> drafts = new ArrayList<>();
        for (Address person : List.of(ANNA, BORIS, CARLA)) {
            drafts.add(draft(List.of(person), "Portfolio", List.of(), ""));
            drafts.add(draft(List.of(person), "Re: Harbours", List.of(), ""));
            drafts.add(draft(List.of(person), "Re: Portfolio", List.of(mails.get(3).id()), ""));
            drafts.add(draft(List.of(person), "Re: Portfolio", List.of(mails.get(12).id()), ""));
        }
        drafts.add(draft(List.of(ANNA, BORIS), "Portfolio", List.of(), ""));
        return drafts;
    }

    @Test
    void shows_only_its_owner_what_it_holds() throws IOException {
        OwnerOnly.createFolder(folder.resolve("tact"));
        Path ledgerFile = folder.resolve("tact").resolve("ledger.sqlite");
        try (SqliteLedger ledger = SqliteLedger.open(ledgerFile)) {
            ledger.recordMe(List.of(LENA));

            try (var files = Files.list(ledgerFile.getParent())) {
                assertThat(files).isNotEmpty().allSatisfy(file ->
                        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------"));
            }
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(ledgerFile.getParent()))).isEqualTo("rwx------");
        }
    }

    @Test
    void closes_a_file_that_others_could_read() throws IOException {
        Files.createFile(file());
        Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("rw-r--r--"));

        SqliteLedger.open(file()).close();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file()))).isEqualTo("rw-------");
    }

    @Test
    void says_which_file_cannot_be_opened() throws IOException {
        Files.writeString(file(), "This is no database, whatever its name says. ".repeat(40));

        assertThatThrownBy(() -> SqliteLedger.open(file()))
                .isInstanceOf(LedgerException.class)
                .hasMessageContaining(file().toString());
    }

    @Test
    void refuses_a_ledger_of_a_newer_tact_and_leaves_it_as_it_is() throws SQLException {
        SqliteLedger.open(file()).close();
        execute("PRAGMA user_version = 99");

        assertThatThrownBy(() -> SqliteLedger.open(file())).isInstanceOf(LedgerException.class).hasMessageContaining("newer Tact");
    }

    @Test
    void rebuilds_what_another_edition_derived() throws SQLException {
        try (SqliteLedger ledger = SqliteLedger.open(file())) {
            ledger.recordMe(List.of(LENA));
            ledger.recordMails(mails(attempt("1", "2026-11-02T09:00")), NOW);
        }
        execute("DELETE FROM party; DELETE FROM thread_member; UPDATE derived_version SET version = 0");

        try (SqliteLedger ledger = SqliteLedger.open(file())) {
            assertThat(tracker.histories(draft(List.of(ANNA), "x", List.of(), ""), ledger.about(List.of(ANNA), List.of(), "x"), NOW, Post.ZONE).get(0)
                            .toPerson().tries())
                    .isEqualTo(1);
        }
    }

    @Test
    void sees_what_another_process_wrote() {
        try (SqliteLedger one = SqliteLedger.open(file()); SqliteLedger other = SqliteLedger.open(file())) {
            long before = one.revision();
            other.recordMails(mails(answer("a", "2026-11-02T09:00")), NOW);

            assertThat(one.revision()).isNotEqualTo(before);
            assertThat(one.unknown(ids("a"))).isEmpty();
        }
    }

    @Test
    void keeps_all_or_nothing_of_a_batch() {
        try (SqliteLedger ledger = SqliteLedger.inMemory()) {
            List<Mail> broken = new ArrayList<>(mails(attempt("1", "2026-11-02T09:00")));
            broken.add(null);

            assertThatThrownBy(() -> ledger.recordMails(broken, NOW)).isInstanceOf(NullPointerException.class);
            assertThat(ledger.unknown(ids("1"))).isEqualTo(ids("1"));
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file());
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }
}
