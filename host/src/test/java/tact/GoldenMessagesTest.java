package tact;

import static org.assertj.core.api.Assertions.assertThat;
import static tact.Post.ANNA;
import static tact.Post.LENA;
import static tact.Post.answer;
import static tact.Post.CARLA;
import static tact.Post.BORIS;
import static tact.Post.ZONE;
import static tact.Post.at;
import static tact.Post.attempt;
import static tact.Post.mails;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import tact.event.Card;
import tact.event.Claim;
import tact.event.Event;
import tact.event.Event.Search;
import tact.event.SearchKind;
import tact.mail.Address;
import tact.mail.Meaning;
import tact.protocol.Codec;
import tact.protocol.ProtocolException;
import tact.protocol.Request;
import tact.store.SqliteLedger;
import tact.tracker.Ledger;
import tact.tracker.Statement;
import tact.wire.FrameReader;
import tact.wire.FrameWriter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code host/protocol/*.json}: the real host, given each request, gives exactly the reply that stands beside it. After a wanted change
 * {@code -Dgoldens.write=true} writes the replies anew; read the difference before it is committed.
 */
class GoldenMessagesTest {

    private static final Path FOLDER = Path.of("protocol");
    private static final JsonMapper JSON = JsonMapper.shared();

    @TempDir
    Path data;

    @TestFactory
    Stream<DynamicTest> the_host_gives_the_golden_reply_to_the_golden_request() throws IOException {
        return goldens().map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> {
            ObjectNode golden = (ObjectNode) JSON.readTree(Files.readString(file));
            if (Boolean.getBoolean("goldens.write")) {
                golden.set("reply", reply(golden.get("request"), "en"));
                Files.writeString(file, pretty(golden) + "\n");
            }

            assertThat(pretty(reply(golden.get("request"), "en"))).isEqualTo(pretty(golden.get("reply")));
        }));
    }

    /** The replies alone, in {@code host/protocol/de}: what the pages of the extension are looked at with in German. */
    @TestFactory
    Stream<DynamicTest> in_German_it_gives_the_golden_reply_in_German() throws IOException {
        return goldens().filter(file -> !file.endsWith("problem.json") && !file.endsWith("hello.json")).map(
                file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> {
                    JsonNode request = JSON.readTree(Files.readString(file)).get("request");
                    Path german = FOLDER.resolve("de").resolve(file.getFileName());
                    if (Boolean.getBoolean("goldens.write")) {
                        Files.createDirectories(german.getParent());
                        Files.writeString(german, pretty(reply(request, "de")) + "\n");
                    }

                    assertThat(pretty(reply(request, "de")) + "\n").isEqualTo(Files.readString(german));
                }));
    }

    @TestFactory
    Stream<DynamicTest> a_decoded_request_is_encoded_again_as_it_was() throws IOException {
        Codec codec = new Codec();
        return goldens().filter(file -> !file.endsWith("problem.json")).map(file -> DynamicTest.dynamicTest(
                file.getFileName().toString(),
                () -> {
                    JsonNode request = JSON.readTree(Files.readString(file)).get("request");
                    Request decoded = codec.decode(JSON.writeValueAsBytes(request));

                    assertThat(JSON.readTree(codec.encode(decoded))).isEqualTo(request);
                }));
    }

    @Test
    void every_event_has_a_golden_exchange() throws IOException, ProtocolException {
        Codec codec = new Codec();
        Set<Class<?>> shown = new java.util.HashSet<>();
        for (Path file : goldens().filter(golden -> !golden.endsWith("problem.json")).toList()) {
            shown.add(codec.decode(JSON.writeValueAsBytes(JSON.readTree(Files.readString(file)).get("request"))).event().getClass());
        }

        assertThat(Stream.of(Event.class.getPermittedSubclasses())).allSatisfy(type -> assertThat(shown).contains(type));
    }

    private static Stream<Path> goldens() throws IOException {
        return Files.list(FOLDER).filter(file -> file.toString().endsWith(".json")).sorted();
    }

    /** The whole host on 23 November 2026, with Lena's tries to Anna in its ledger: as many as the golden is about. */
    private JsonNode reply(JsonNode request, String language) throws IOException {
        Clock clock = Clock.fixed(at("2026-11-23T09:00"), ZONE);
        Files.deleteIfExists(data.resolve("ledger.sqlite"));
        try (SqliteLedger ledger = SqliteLedger.open(data.resolve("ledger.sqlite"))) {
            seed(ledger, request);
            byte[] out = run(ledger, clock, request, language);
            FrameReader reader = new FrameReader(new ByteArrayInputStream(out), FrameWriter.MAX_FRAME);
            boolean isHello = request.at("/event/type").asString().equals("hello");
            if (!isHello) {
                reader.read();
            }
            return JSON.readTree(((tact.wire.Frame.Whole) reader.read()).payload());
        }
    }

    private static void seed(Ledger ledger, JsonNode request) {
        ledger.recordMe(List.of(LENA));
        List<tact.mail.Mail> tries = mails(
                attempt("try1@example.org", "2026-11-02T09:00").subject("Portfolio for the spring issue"),
                attempt("try2@example.org", "2026-11-14T09:00").subject("Re: Portfolio for the spring issue").on("try1@example.org"),
                attempt("try3@example.org", "2026-11-20T09:00").subject("Re: Portfolio for the spring issue").on("try2@example.org"));
        int known = switch (request.at("/event/type").asString()) {
            case "draft-changed", "message-displayed" -> 2;
            case "send-requested", "stated", "call-asked", "muted-asked", "forget-asked", "erase-asked" -> 3;
            case "export-asked" -> 1;
            case "follow-ups-asked", "marks-asked", "insights-asked" -> 2;
            default -> 0;
        };
        ledger.recordMails(tries.subList(0, known), at("2026-11-23T08:00"));
        if (Set.of("muted-asked", "forget-asked", "erase-asked", "export-asked").contains(request.at("/event/type").asString())) {
            ledger.recordStatement(new Statement(
                    at("2026-11-21T10:00"), new Claim.Muted(Claim.Scope.THREAD), ANNA, List.of(tries.get(0).id())));
            ledger.recordCards(List.of(new Card("card-1", List.of(ANNA, new Address("", "anna@berg.example")))));
            ledger.recordHistoryRead(List.of(new Search(SearchKind.ADDRESS, ANNA.spec(), at("2025-11-23T08:00"))), at("2026-11-23T08:00"));
        }
        if (Set.of("follow-ups-asked", "marks-asked", "insights-asked").contains(request.at("/event/type").asString())) {
            seedOthers(ledger);
        }
        if (request.at("/event/type").asString().equals("mails-listed")) {
            ledger.recordMails(tries.subList(1, 2), at("2026-11-23T08:00"));
        }
    }

    /** Threads of other groups: with Boris, with Carla, with Dora. */
    private static void seedOthers(Ledger ledger) {
        Address dora = Address.parse("Dora Lind <dora@galerie.example>");
        ledger.recordMails(
                mails(
                        attempt("bridges@example.org", "2026-11-18T10:00").to(BORIS).subject("A studio for the bridges"),
                        attempt("jury@example.org", "2026-10-20T09:00").to(CARLA).subject("Jury of the spring prize"),
                        answer("jury-yes@verlag.example", "2026-10-21T09:00").from(CARLA).on("jury@example.org")
                                .meaning(Meaning.Kind.YES, "2026-11-25"),
                        attempt("show@example.org", "2026-11-01T09:00").to(dora).subject("A show in March"),
                        answer("show-later@galerie.example", "2026-11-03T09:00").from(dora).on("show@example.org")
                                .meaning(Meaning.Kind.NOT_NOW, "2027-01-11")),
                at("2026-11-23T08:00"));
    }

    private byte[] run(Ledger ledger, Clock clock, JsonNode request, String language) throws IOException {
        ByteArrayOutputStream in = new ByteArrayOutputStream();
        FrameWriter writer = new FrameWriter(in);
        if (!request.at("/event/type").asString().equals("hello")) {
            JsonNode hello = JSON.readTree(Files.readString(FOLDER.resolve("hello.json"))).get("request");
            ((ObjectNode) hello.get("event")).put("language", language);
            writer.write(JSON.writeValueAsBytes(hello));
        }
        writer.write(JSON.writeValueAsBytes(request));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int exit = new Host(
                        new FrameReader(new ByteArrayInputStream(in.toByteArray()), FrameReader.MAX_FRAME),
                        new FrameWriter(out),
                        new Codec(),
                        new Desk(() -> ledger, Clock.offset(clock, Duration.ZERO)),
                        new Log(data.resolve("tact.log")))
                .run();
        assertThat(exit).isZero();
        return out.toByteArray();
    }

    private static String pretty(JsonNode node) {
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(node);
    }
}
