package tact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
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

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tact.annotation.Texts;
import tact.event.Card;
import tact.event.Claim;
import tact.event.ClaimKind;
import tact.event.Event.Search;
import tact.event.SearchKind;
import tact.mail.Address;
import tact.mail.Mail;
import tact.protocol.Reply;
import tact.store.SqliteLedger;
import tact.tracker.Dossier;
import tact.tracker.LedgerException;
import tact.tracker.Statement;

@DisplayName("What users may do with what Tact holds")
class CustodianTest {

    private static final Instant NOW = at("2026-11-23T09:00");
    private static final Address AT_HOME = Address.parse("Annchen <Anna.Berg+post@gmx.de>");
    private static final Address NAMESAKE = Address.parse("Anna Berg <a.berg@verlag.example>");

    /** What only she and the mails with her alone know. */
    private static final List<String> HERS = List.of(
            "anna.berg", "berg", "annchen", "gmx", "hers-try", "hers-answer", "hers-report", "hers-gone", "hers-to-all", "hers-cc", "hers-card",
            "lighthouse", "geheim");

    @TempDir
    Path folder;

    private SqliteLedger open() {
        return SqliteLedger.open(DataFolder.ledger(folder));
    }

    private Log log() {
        return new Log(folder.resolve("tact.log"));
    }

    private static Custodian custodian(SqliteLedger ledger, Log log) {
        return new Custodian(ledger, log::empty, Clock.fixed(NOW, ZONE), Texts.in(Locale.ENGLISH));
    }

    private static void say(SqliteLedger ledger, String local, Address person, Claim claim, String... on) {
        ledger.recordStatement(new Statement(at(local), claim, person, ids(on)));
    }

    /** Lena has written to Anna under three addresses, to Boris, and to both; something has gone wrong, too. */
    private static void fill(SqliteLedger ledger, Log log) {
        ledger.recordMe(List.of(LENA));
        ledger.recordMails(
                mails(
                        attempt("hers-try", "2026-11-02T09:00").subject("Lighthouse"),
                        attempt("hers-gone", "2026-11-03T09:00").to(AT_HOME).subject("Lighthouse, once more"),
                        attempt("hers-cc", "2026-11-03T10:00").to(NAMESAKE).cc(LENA).subject("Lighthouse at night"),
                        answer("hers-answer", "2026-11-04T09:00").subject("Re: Lighthouse").on("hers-try"),
                        answer("hers-to-all", "2026-11-04T10:00").to(LENA, BORIS).subject("Lighthouse for all"),
                        bounce("hers-report", "2026-11-03T09:01", "hers-gone", AT_HOME),
                        attempt("shared", "2026-11-05T09:00").to(BORIS, ANNA).cc(AT_HOME, CARLA).subject("Harbours").on("hers-to-all", "elsewhere"),
                        answer("his", "2026-11-06T09:00").from(BORIS).subject("Re: Harbours").on("hers-to-all", "shared"),
                        attempt("his-own", "2026-11-07T09:00").to(BORIS).subject("Bridges")),
                NOW);
        ledger.recordCards(List.of(new Card("hers-card", List.of(ANNA, AT_HOME)), new Card("his-card", List.of(BORIS))));
        ledger.recordHistoryRead(
                List.of(
                        new Search(SearchKind.ADDRESS, ANNA.spec(), NOW), new Search(SearchKind.ADDRESS, BORIS.spec(), NOW),
                        new Search(SearchKind.SUBJECT, "Lighthouse", NOW), new Search(SearchKind.BOUNCE, "hers-try", NOW)),
                NOW);
        say(ledger, "2026-11-08T09:00", ANNA, new Claim.Urgent(java.time.LocalDate.parse("2026-12-01"), "geheim"), "hers-try");
        say(ledger, "2026-11-08T09:01", BORIS, new Claim.Introduced(CARLA), "shared");
        say(ledger, "2026-11-08T09:02", BORIS, new Claim.Introduced(ANNA), "shared", "hers-try");
        say(ledger, "2026-11-08T09:03", BORIS, new Claim.TakenBack(ClaimKind.INTRODUCED));
        say(ledger, "2026-11-08T09:04", BORIS, new Claim.NotSameAs(AT_HOME));
        say(ledger, "2026-11-08T09:05", BORIS, new Claim.Muted(Claim.Scope.THREAD), "hers-to-all");
        say(ledger, "2026-11-08T09:06", BORIS, new Claim.Muted(Claim.Scope.THREAD), "hers-to-all", "shared");
        log.fault("A mail by anna.berg@verlag.example could not be read.", new IllegalStateException("hers-try"));
    }

    private List<String> found(List<String> words) throws IOException {
        TreeSet<String> found = new TreeSet<>();
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                String bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
                words.stream().filter(bytes::contains).forEach(found::add);
            }
        }
        return List.copyOf(found);
    }

    @Test
    @DisplayName("Of a forgotten person no byte stays in any file, while the ledger is open and when it is closed")
    void no_byte_of_a_forgotten_person_stays() throws IOException {
        Log log = log();
        try (SqliteLedger ledger = open()) {
            fill(ledger, log);
            assertThat(found(HERS)).containsExactlyElementsOf(new TreeSet<>(HERS));

            Reply.Forgotten forgotten = custodian(ledger, log).forget(ANNA);

            assertThat(found(HERS)).isEmpty();
            assertThat(forgotten.mails()).isEqualTo(6);
            assertThat(forgotten.statements()).isEqualTo(5);
            assertThat(forgotten.text()).startsWith("Anna Berg is forgotten.").contains("6 mails", "5 statements", "reads it anew");
            log.fault("Something else.", new IllegalStateException());
        }
        assertThat(found(HERS)).isEmpty();
        assertThat(found(List.of("something else"))).isNotEmpty();
    }

    @Test
    @DisplayName("What others share with a forgotten person stays, without them")
    void what_others_share_stays() {
        try (SqliteLedger ledger = open()) {
            fill(ledger, log());
            custodian(ledger, log()).forget(AT_HOME);

            Dossier left = ledger.all();
            assertThat(left.mails()).extracting(mail -> mail.id().value()).containsExactly("shared", "his", "his-own");
            Mail shared = left.mails().get(0);
            assertThat(shared.to()).containsExactly(BORIS);
            assertThat(shared.cc()).containsExactly(CARLA);
            assertThat(shared.references()).isEqualTo(ids("elsewhere"));
            assertThat(left.statements()).extracting(Statement::claim)
                    .containsExactly(new Claim.Introduced(CARLA), new Claim.Muted(Claim.Scope.THREAD));
            assertThat(left.statements().get(1).references()).isEqualTo(ids("shared"));
            assertThat(ledger.historyRead(new Search(SearchKind.ADDRESS, BORIS.spec(), NOW))).isPresent();
            assertThat(ledger.historyRead(new Search(SearchKind.ADDRESS, ANNA.spec(), NOW))).isEmpty();
            assertThat(ledger.me()).containsExactly(LENA.identity());
        }
    }

    @Test
    @DisplayName("An address that the user told apart from a person is not forgotten with them")
    void who_was_told_apart_stays() {
        try (SqliteLedger ledger = open()) {
            fill(ledger, log());
            say(ledger, "2026-11-09T09:00", ANNA, new Claim.NotSameAs(NAMESAKE));

            custodian(ledger, log()).forget(ANNA);

            assertThat(ledger.unknown(ids("hers-cc", "hers-try"))).isEqualTo(ids("hers-try"));
        }
    }

    @Test
    @DisplayName("What another process does with the same ledger goes on after somebody was forgotten")
    void another_process_goes_on() throws IOException {
        Log log = log();
        try (SqliteLedger host = open(); SqliteLedger other = open()) {
            fill(host, log);
            host.about(List.of(ANNA), List.of(), "x");
            long before = host.revision();

            custodian(other, new Log(folder.resolve("tact.log"))).forget(ANNA);

            assertThat(found(HERS)).isEmpty();
            assertThat(host.revision()).isNotEqualTo(before);
            assertThat(host.about(List.of(ANNA), List.of(), "x").mails()).isEmpty();
            assertThat(host.recordMails(mails(attempt("new", "2026-11-20T09:00")), NOW)).isEqualTo(1);
            log.fault("Something else.", new IllegalStateException());
            assertThat(found(List.of("something else"))).isNotEmpty();
            assertThat(found(HERS)).containsExactly("anna.berg", "berg");
        }
    }

    @Test
    @DisplayName("Erased is everything, and the same file takes new facts")
    void erased_is_everything() throws IOException {
        List<String> words = new ArrayList<>(HERS);
        words.addAll(List.of("lena", "boris", "carla", "harbours", "bridges", "his-own"));
        Log log = log();
        try (SqliteLedger ledger = open()) {
            fill(ledger, log);
            assertThat(found(words)).hasSameElementsAs(words);

            Reply.Forgotten forgotten = custodian(ledger, log).erase();

            assertThat(found(words)).isEmpty();
            assertThat(forgotten.mails()).isEqualTo(9);
            assertThat(forgotten.statements()).isEqualTo(7);
            assertThat(ledger.me()).isEmpty();
            assertThat(ledger.recordMails(mails(attempt("1", "2026-11-02T09:00")), NOW)).isEqualTo(1);
            assertThat(ledger.about(List.of(ANNA), List.of(), "x").mails()).hasSize(1);
        }
    }

    @Test
    @DisplayName("My own address is nobody to be forgotten")
    void my_own_address_is_nobody_to_be_forgotten() {
        try (SqliteLedger ledger = open()) {
            fill(ledger, log());

            assertThat(custodian(ledger, log()).forget(LENA).text()).contains("your own address");
            assertThat(ledger.all().mails()).hasSize(9);
        }
    }

    @Test
    @DisplayName("A log that cannot be emptied is said")
    void a_log_that_cannot_be_emptied_is_said() throws IOException {
        Files.createDirectory(folder.resolve("tact.log"));
        try (SqliteLedger ledger = open()) {
            assertThatThrownBy(() -> custodian(ledger, log()).forget(ANNA))
                    .isInstanceOf(LedgerException.class).hasMessageContaining("cannot be emptied");
        }
    }

    @Test
    @DisplayName("Muted is who was muted and not heard again since, under whatever address, the newest first and once")
    void muted_is_what_holds() {
        try (SqliteLedger ledger = open()) {
            fill(ledger, log());
            say(ledger, "2026-11-10T09:00", ANNA, new Claim.Muted(Claim.Scope.PERSON));
            say(ledger, "2026-11-10T09:01", CARLA, new Claim.Muted(Claim.Scope.PERSON));
            say(ledger, "2026-11-10T09:02", CARLA, new Claim.Muted(Claim.Scope.PERSON));
            say(ledger, "2026-11-10T09:03", AT_HOME, new Claim.TakenBack(ClaimKind.MUTED));

            assertThat(custodian(ledger, log()).muted().muted()).containsExactly(
                    new Reply.Muted.Silence(CARLA, Claim.Scope.PERSON, List.of(), null, at("2026-11-10T09:02")),
                    new Reply.Muted.Silence(
                            BORIS, Claim.Scope.THREAD, ids("hers-to-all", "shared"), "Lighthouse for all", at("2026-11-08T09:06")));
        }
    }
}
