package tact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tact.Post.ANNA;
import static tact.Post.BORIS;
import static tact.Post.CARLA;
import static tact.Post.LENA;
import static tact.Post.ZONE;
import static tact.Post.at;
import static tact.Post.attempt;
import static tact.Post.draft;
import static tact.Post.ids;
import static tact.Post.mails;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tact.annotation.Texts;
import tact.event.Card;
import tact.event.Claim;
import tact.event.Draft;
import tact.event.Event;
import tact.event.Event.Search;
import tact.event.LedgerRecord;
import tact.event.SearchKind;
import tact.mail.Address;
import tact.mail.AuthorKind;
import tact.mail.Gist;
import tact.mail.Mail;
import tact.mail.MailReader;
import tact.mail.MessageId;
import tact.mail.Sketch;
import tact.protocol.Codec;
import tact.protocol.ProtocolException;
import tact.protocol.Reply;
import tact.protocol.Request;
import tact.store.SqliteLedger;
import tact.tracker.ContactHistory;
import tact.tracker.Policy;
import tact.tracker.RandomMail;
import tact.tracker.Statement;
import tact.tracker.Tracker;
import tact.wire.FrameWriter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@DisplayName("Export and import, over the bytes of the wire")
class ExportTest {

    private static final Instant NOW = at("2026-11-23T09:00");
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Codec codec = new Codec();
    private final Tracker tracker = new Tracker(Policy.DEFAULT);
    private SqliteLedger one;
    private SqliteLedger other;

    @BeforeEach
    void open() {
        one = SqliteLedger.inMemory();
        other = SqliteLedger.inMemory();
    }

    @AfterEach
    void close() {
        one.close();
        other.close();
    }

    private static Custodian custodian(SqliteLedger ledger) {
        return new Custodian(ledger, () -> { }, Clock.fixed(NOW, ZONE), Texts.in(Locale.ENGLISH));
    }

    /** Page by page, as the extension gets it. */
    private List<JsonNode> export(SqliteLedger ledger) {
        List<JsonNode> records = new ArrayList<>();
        String from = null;
        do {
            byte[] reply = codec.encode(1L, custodian(ledger).export(from));
            assertThat(reply.length).isLessThan(FrameWriter.MAX_FRAME);
            JsonNode page = JSON.readTree(reply).get("export");
            page.get("records").forEach(records::add);
            from = page.get("next").isNull() ? null : page.get("next").asString();
        } while (from != null);
        return records;
    }

    /** In events of at most 500 records, as the extension sends it. */
    private Reply.Receipt load(SqliteLedger ledger, List<JsonNode> records) {
        int recorded = 0;
        int known = 0;
        int unreadable = 0;
        for (int i = 0; i < records.size(); i += Event.RecordsImported.MAX_RECORDS) {
            Reply.Receipt receipt = custodian(ledger)
                    .record(event(records.subList(i, Math.min(i + Event.RecordsImported.MAX_RECORDS, records.size()))).records());
            recorded += receipt.recorded();
            known += receipt.known();
            unreadable += receipt.unreadable();
        }
        return new Reply.Receipt(recorded, known, unreadable);
    }

    private Event.RecordsImported event(List<JsonNode> records) {
        String frame = "{\"v\":1,\"id\":1,\"event\":{\"type\":\"records-imported\",\"records\":" + records + "}}";
        try {
            return (Event.RecordsImported) codec.decode(frame.getBytes(java.nio.charset.StandardCharsets.UTF_8)).event();
        } catch (ProtocolException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private Reply.Receipt load(SqliteLedger ledger, String... records) {
        return load(ledger, Stream.of(records).map(JSON::readTree).toList());
    }

    private static void fill(SqliteLedger ledger, Random random, List<Mail> mails, List<Statement> statements) {
        ledger.recordMe(List.of(LENA));
        List<Mail> arriving = new ArrayList<>(mails);
        Collections.shuffle(arriving, random);
        ledger.recordMails(arriving, NOW);
        statements.forEach(ledger::recordStatement);
        ledger.recordCards(List.of(new Card("card", List.of(ANNA, Address.parse("anna@berg.example"))), new Card("none", List.of())));
        ledger.recordHistoryRead(
                List.of(new Search(SearchKind.ADDRESS, ANNA.spec(), NOW), new Search(SearchKind.SUBJECT, "Re: Two words", NOW)), NOW);
    }

    private List<ContactHistory> histories(SqliteLedger ledger, List<Mail> mails) {
        List<ContactHistory> histories = new ArrayList<>();
        for (Address person : List.of(ANNA, BORIS, CARLA)) {
            for (Draft draft : List.of(
                    draft(List.of(person), "Portfolio", List.of(), ""), draft(List.of(person), "x", List.of(mails.get(3).id()), ""))) {
                histories.addAll(tracker.histories(
                        draft, ledger.about(draft.to(), draft.references(), draft.subject()), NOW, ZONE));
            }
        }
        return histories;
    }

    @Test
    @DisplayName("Export, erase, import gives the same facts and the same histories, in this ledger and in another one")
    void export_erase_import_gives_the_same_state() {
        Random random = new Random(5);
        for (int round = 0; round < 60; round++) {
            List<Mail> mails = RandomMail.mails(random, 20);
            fill(one, random, mails, RandomMail.statements(random, mails, random.nextInt(12)));
            List<JsonNode> exported = export(one);
            var all = one.all();
            List<ContactHistory> histories = histories(one, mails);

            one.erase();
            assertThat(export(one)).hasSize(1);
            Reply.Receipt receipt = load(one, exported);
            load(other, exported);

            assertThat(receipt).isEqualTo(new Reply.Receipt(exported.size() - 1, 0, 0));
            for (SqliteLedger ledger : List.of(one, other)) {
                assertThat(export(ledger)).isEqualTo(exported);
                assertThat(ledger.all()).isEqualTo(all);
                assertThat(histories(ledger, mails)).as("round %d", round).isEqualTo(histories);
            }
            one.erase();
            other.erase();
        }
    }

    @Test
    @DisplayName("To a ledger that holds something, an import adds only what is new, and a second one nothing")
    void an_import_adds_only_what_is_new() {
        Random random = new Random(6);
        for (int round = 0; round < 60; round++) {
            List<Mail> mails = RandomMail.mails(random, 20);
            List<Statement> statements = RandomMail.statements(random, mails, 10);
            fill(one, random, mails, statements);
            fill(other, random, mails.subList(0, 8), statements.subList(0, 4));
            List<JsonNode> exported = export(one);

            assertThat(load(other, exported)).isEqualTo(new Reply.Receipt(18, exported.size() - 1 - 18, 0));
            assertThat(load(other, exported)).isEqualTo(new Reply.Receipt(0, exported.size() - 1, 0));

            assertThat(export(other)).containsExactlyInAnyOrderElementsOf(exported);
            assertThat(histories(other, mails)).isEqualTo(histories(one, mails));
            one.erase();
            other.erase();
        }
    }

    @Test
    @DisplayName("Whatever stands in a mail comes back as it was")
    void whatever_stands_in_a_mail_comes_back() throws Exception {
        Address comma = new Address("Berg, \"Anna\" <x>", "anna berg <\\@verlag.example");
        Mail odd = new Mail(
                new MessageId("odd\"\\\u0001@x"), at("2026-11-02T09:00"), new Address("", ""), List.of(comma), List.of(new Address("=?utf-8?q?x?=", "ü@x.de")),
                "\"{}\" \u0000 \ud83d\ude00", ids("a\"b", "c"), new MessageId("talk"), AuthorKind.BOUNCE, comma, List.of(comma), new MessageId("r"),
                Sketch.EMPTY, new Gist(null, null, null, true, true, false));
        one.recordMails(List.of(odd, odd.withId(new MessageId("dated")).withDate(Instant.EPOCH.minusSeconds(1))), NOW);

        load(other, export(one));

        assertThat(other.all().mails().get(0).to()).containsExactly(comma);
        assertThat(other.all()).isEqualTo(one.all());
    }

    @Test
    @DisplayName("The mail with the most recipients that can be read fits into a page and comes back")
    void the_largest_mail_fits() throws Exception {
        StringBuilder raw = new StringBuilder("Message-ID: <large@x>\r\nFrom: lena.vogt@example.org\r\n");
        while (raw.length() < MailReader.MAX_RAW - 66_000) {
            raw.append("To: ").append("\u0080@\u0080,".repeat(12_000)).append("\r\n");
        }
        byte[] bytes = raw.toString().getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
        Mail mail = MailReader.read(bytes, NOW).kept();
        assertThat(mail.to().size()).isGreaterThan(10_000);
        one.recordMails(List.of(mail, attempt("after", "2026-11-02T09:00").mail()), NOW);

        assertThat(load(other, export(one))).isEqualTo(new Reply.Receipt(2, 0, 0));
        assertThat(other.all()).isEqualTo(one.all());
    }

    @Test
    @DisplayName("Pages neither repeat nor leave out what was there, whatever is recorded between them")
    void pages_are_stable_while_facts_are_added() {
        List<Mail> mails = new ArrayList<>();
        for (int i = 0; i < 1200; i++) {
            mails.add(attempt("m" + i, "2026-11-02T09:00").later(Duration.ofSeconds(i)).mail());
        }
        one.recordMails(mails, NOW);
        List<LedgerRecord> records = new ArrayList<>();
        String from = null;
        int pages = 0;
        do {
            Reply.Exported page = custodian(one).export(from);
            assertThat(page.records().size()).isLessThanOrEqualTo(500);
            records.addAll(page.records());
            from = page.next();
            pages++;
            one.recordMails(mails(attempt("late" + pages, "2026-10-01T09:00")), NOW);
        } while (from != null && pages < 10);

        List<String> exported = records.stream()
                .filter(LedgerRecord.ObservedMail.class::isInstance)
                .map(record -> ((LedgerRecord.ObservedMail) record).mail().id().value())
                .toList();
        assertThat(exported).doesNotHaveDuplicates().containsAll(mails.stream().map(mail -> mail.id().value()).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "mail", "mail x", "nonsense 1", "statement 99999999999999999999"})
    @DisplayName("A cursor that no page gave is refused")
    void a_made_up_cursor_is_refused(String from) {
        Desk desk = new Desk(() -> one, Clock.fixed(NOW, ZONE));
        desk.handle(new Event.Hello("0.1.0", java.util.Set.of(1), Locale.ENGLISH, ZONE, List.of(LENA)));

        assertThat(desk.handle(new Event.ExportAsked(from)))
                .isInstanceOfSatisfying(Reply.Problem.class, problem -> assertThat(problem.code()).isEqualTo(7));
    }

    @ParameterizedTest
    @DisplayName("A record that is none, or out of bounds, counts as unreadable and harms nothing beside it")
    @ValueSource(strings = {
        "null", "1", "\"mail\"", "[]", "{}", "{\"kind\":\"mail\"}", "{\"kind\":\"nonsense\",\"identity\":\"a\"}",
        "{\"kind\":\"me\",\"identity\":null}", "{\"kind\":\"me\",\"identity\":\"a@b\",\"more\":1}", "{\"kind\":\"me\",\"identity\":{\"a\":[1]}}",
        "{\"kind\":\"me\",\"identity\":\"a\\nb@x\"}", "{\"kind\":\"me\",\"identity\":\"\"}",
        "{\"kind\":\"card\",\"id\":\"c\",\"identities\":[\"a\",\"b\",\"c\",\"d\",\"e\",\"f\",\"g\",\"h\",\"i\",\"j\",\"k\",\"l\",\"m\",\"n\",\"o\",\"p\",\"q\"]}",
        "{\"kind\":\"card\",\"id\":\"c\",\"identities\":[null]}",
        "{\"kind\":\"history-read\",\"where\":\"nowhere\",\"term\":\"x\",\"until\":\"2026-11-20T09:00:00Z\"}",
        "{\"kind\":\"history-read\",\"where\":\"address\",\"term\":\"x\",\"until\":\"+999999999-12-31T23:59:59Z\"}",
        "{\"kind\":\"history-read\",\"where\":\"address\",\"term\":\"x\",\"until\":1e300}",
        "{\"kind\":\"statement\",\"at\":\"2026-11-25T09:00:01Z\",\"person\":\"A\\ta@b\",\"references\":[],\"claim\":{\"kind\":\"answered-elsewhere\"}}",
        "{\"kind\":\"statement\",\"at\":\"2026-11-20T09:00:00Z\",\"person\":\"a@b\",\"references\":[],\"claim\":{\"kind\":\"answered-elsewhere\"}}",
        "{\"kind\":\"statement\",\"at\":\"2026-11-20T09:00:00Z\",\"person\":\"A\\ta\\n@b\",\"references\":[],\"claim\":{\"kind\":\"answered-elsewhere\"}}",
        "{\"kind\":\"statement\",\"at\":\"2026-11-20T09:00:00Z\",\"person\":\"A\\ta@b\",\"references\":[\"\"],\"claim\":{\"kind\":\"answered-elsewhere\"}}",
        "{\"kind\":\"statement\",\"at\":\"2026-11-20T09:00:00Z\",\"person\":\"A\\ta@b\",\"references\":[],\"claim\":{\"kind\":\"snoozed\",\"until\":\"+99999-01-01\"}}",
        "{\"kind\":\"statement\",\"at\":\"2026-11-20T09:00:00Z\",\"person\":\"A\\ta@b\",\"references\":[],\"claim\":{\"kind\":\"decided\",\"outcome\":\"x\"}}",
    })
    void an_unreadable_record_is_counted(String record) {
        assertThat(load(one, "{\"kind\":\"me\",\"identity\":\"lena@x\"}", record, "{\"kind\":\"me\",\"identity\":\"vogt@x\"}"))
                .isEqualTo(new Reply.Receipt(2, 0, 1));
        assertThat(one.me()).containsExactlyInAnyOrder("lena@x", "vogt@x");
    }

    @Test
    @DisplayName("A record that is too large to be exported again is unreadable")
    void a_record_that_is_too_large_is_unreadable() {
        assertThat(load(one, "{\"kind\":\"card\",\"id\":\"" + "x".repeat(1_000_001) + "\",\"identities\":[\"a@b\"]}"))
                .isEqualTo(new Reply.Receipt(0, 0, 1));
    }

    @Test
    @DisplayName("An export of another version is refused as a whole")
    void another_version_is_refused() {
        assertThatThrownBy(() -> load(one, "{\"kind\":\"tact-export\",\"version\":2,\"at\":\"2026-11-20T09:00:00Z\"}"))
                .hasRootCauseInstanceOf(ProtocolException.class);
    }

    @Test
    @DisplayName("What comes from the future is of now")
    void what_comes_from_the_future_is_of_now() {
        one.recordMails(mails(attempt("1", "2036-11-02T09:00")), NOW);
        one.recordHistoryRead(List.of(new Search(SearchKind.ADDRESS, ANNA.spec(), NOW)), NOW.plus(Duration.ofDays(900)));

        load(other, export(one));

        assertThat(other.all().mails().get(0).date()).isEqualTo(NOW);
        assertThat(other.historyRead(new Search(SearchKind.ADDRESS, ANNA.spec(), NOW))).contains(NOW);
    }

    @Test
    @DisplayName("An event is encoded as it was decoded, also by whoever plays the extension")
    void an_event_is_encoded_as_it_was_decoded() throws ProtocolException {
        one.recordStatement(new Statement(NOW, new Claim.Introduced(BORIS), ANNA, ids("1")));
        Event.RecordsImported event = event(export(one));

        assertThat(codec.decode(codec.encode(new Request(1, event))).event()).isEqualTo(event);
    }
}
