package tact.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tact.event.Claim;
import tact.event.ClaimKind;
import tact.event.Outcome;
import tact.event.Priority;
import tact.mail.Address;
import tact.mail.Meaning;
import tact.mail.MessageId;
import tact.store.SqliteLedger;
import tact.tracker.Statement;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code tact state}, and what {@code tact advise} makes of it. */
class StateCommandTest {

    private static final String ANNA = "anna@verlag.example";
    private static final LocalDate DAY = LocalDate.parse("2026-12-01");

    @TempDir
    Path folder;

    private StringWriter out = new StringWriter();
    private StringWriter err = new StringWriter();

    private int tact(String... arguments) {
        out = new StringWriter();
        err = new StringWriter();
        return CommandLineInterface.run(new PrintWriter(out, true), new PrintWriter(err, true), folder.resolve("data"), arguments);
    }

    private List<Statement> noted(Path file) {
        try (SqliteLedger ledger = SqliteLedger.openToRead(file)) {
            return ledger.statements();
        }
    }

    private List<Statement> noted() {
        return noted(folder.resolve("data").resolve("ledger.sqlite"));
    }

    private static Stream<Claim> claims() {
        return Stream.of(
                new Claim.Decided(Outcome.LET_GO),
                new Claim.Decided(Outcome.SEND_ANYWAY),
                new Claim.Meant(new MessageId("a@x"), Meaning.Kind.NOT_NOW),
                new Claim.Ranked(Priority.THE_ONE),
                new Claim.Introduced(new Address("", "boris@studio.example")),
                new Claim.Introduced(null),
                new Claim.Urgent(DAY, "The printer needs it"),
                new Claim.Met(DAY),
                new Claim.Met(null),
                new Claim.AnsweredElsewhere(),
                new Claim.Muted(Claim.Scope.PERSON),
                new Claim.Snoozed(DAY),
                new Claim.SameAs(new Address("", "a.berg@x.org")),
                new Claim.NotSameAs(new Address("", "a.berg@x.org")),
                new Claim.TakenBack(ClaimKind.MET));
    }

    @ParameterizedTest
    @MethodSource("claims")
    void every_claim_can_be_said_in_words_and_lands_in_the_hosts_ledger(Claim claim) {
        List<String> arguments = new ArrayList<>(List.of("state", ANNA));
        arguments.addAll(ClaimWords.of(claim));
        arguments.addAll(List.of("--at", "2026-11-23T09:00:00Z", "--on", "<1@x>"));

        assertThat(tact(arguments.toArray(new String[0]))).as(err.toString()).isZero();

        assertThat(noted()).containsExactly(new Statement(
                Instant.parse("2026-11-23T09:00:00Z"), claim, new Address("", ANNA), List.of(new MessageId("1@x"))));
        assertThat(out.toString()).isEqualTo("Noted of " + ANNA + ": " + String.join(" ", ClaimWords.of(claim)) + System.lineSeparator());
    }

    @Test
    void every_kind_of_claim_has_words() {
        assertThat(claims().map(ClaimKind::of)).contains(ClaimKind.values());
    }

    @Test
    void another_ledger_is_written_on_demand_and_json_tells_what_was_noted() {
        Path other = folder.resolve("other.sqlite");

        assertThat(tact("state", "Anna Berg <" + ANNA + ">", "urgent", "2026-12-01", "The", "printer", "needs", "it", "--ledger",
                other.toString(), "--at", "2026-11-23T09:00:00Z", "--json")).isZero();

        assertThat(noted(other)).hasSize(1);
        assertThat(Files.exists(folder.resolve("data"))).isFalse();
        assertThat(JsonMapper.shared().readTree(out.toString())).isEqualTo(JsonMapper.shared().readTree("""
                {"at":"2026-11-23T09:00:00Z","person":"Anna Berg <anna@verlag.example>","references":[],
                 "claim":{"kind":"urgent","deadline":"2026-12-01","reason":"The printer needs it"}}"""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"met", "met tomorrow", "met 2026-12-01 2026-12-02", "loved", "ranked first", "introduced nobody",
            "muted thread", "muted everybody", "meant a@x", "meant a@x perhaps", "urgent 2026-12-01", "answered-elsewhere today",
            "taken-back everything", "snoozed soon", "same-as me"})
    void what_is_no_claim_is_exit_code_2_and_nothing_is_written(String words) {
        assertThat(tact(Stream.concat(Stream.of("state", ANNA), Stream.of(words.split(" "))).toArray(String[]::new))).isEqualTo(2);

        assertThat(err.toString().lines().findFirst().orElse("")).isNotBlank().doesNotContain("Exception");
        assertThat(Files.exists(folder.resolve("data"))).isFalse();
    }

    @Test
    void a_person_without_an_address_is_exit_code_2() {
        assertThat(tact("state", "Anna", "let-go")).isEqualTo(2);
        assertThat(err.toString()).contains("'Anna' is no address");
    }

    @Test
    void a_ledger_that_cannot_be_written_is_one_line_and_exit_code_1() throws IOException {
        Path broken = Files.writeString(folder.resolve("broken"), "This is no database, whatever its name says. ".repeat(40));

        assertThat(tact("state", ANNA, "let-go", "--ledger", broken.toString())).isEqualTo(1);

        assertThat(err.toString().lines()).hasSize(1).first().asString().startsWith("tact: The ledger " + broken);
    }

    private JsonNode advise(String... more) throws IOException {
        List<String> arguments = arguments(more);
        arguments.add("--json");
        assertThat(tact(arguments.toArray(new String[0]))).as(err.toString()).isZero();
        return JsonMapper.shared().readTree(out.toString());
    }

    private List<String> arguments(String... more) throws IOException {
        Path history = Files.createDirectories(folder.resolve("history"));
        Files.writeString(history.resolve("1.eml"), mail("1@x", "Mon, 2 Nov 2026 09:00:00 +0000", "Portfolio", ""));
        Files.writeString(history.resolve("2.eml"), mail("2@x", "Mon, 9 Nov 2026 09:00:00 +0000", "Re: Portfolio", "References: <1@x>\n"));
        Path draft = Files.writeString(folder.resolve("draft.eml"),
                mail("d@x", "Wed, 18 Nov 2026 09:00:00 +0000", "Re: Portfolio", "In-Reply-To: <2@x>\n"));
        List<String> arguments = new ArrayList<>(List.of("advise", "--me", "lena@example.org", "--history", history.toString(), "--draft",
                draft.toString(), "--now", "2026-11-18T09:00:00Z", "--zone", "UTC"));
        arguments.addAll(List.of(more));
        return arguments;
    }

    private static String mail(String id, String date, String subject, String more) {
        return "Message-ID: <" + id + ">\nDate: " + date + "\nFrom: Lena Vogt <lena@example.org>\nTo: Anna Berg <" + ANNA + ">\nSubject: "
                + subject + "\n" + more + "\nDear Anna,\n\nmay I show you my portfolio on bridges and harbours?\n\nLena\n";
    }

    private static List<String> rules(JsonNode annotation) {
        return annotation.get("advice").valueStream().map(advice -> advice.get("rule").asString()).toList();
    }

    @Test
    void advise_takes_what_was_said_by_then_into_account_and_writes_nothing() throws IOException {
        assertThat(advise().get("badge").asString()).isEqualTo("3/3");
        assertThat(Files.exists(folder.resolve("data"))).isFalse();

        tact("state", ANNA, "let-go", "--at", "2026-11-17T09:00:00Z");
        tact("state", ANNA, "taken-back", "let-go", "--at", "2026-11-19T09:00:00Z");

        assertThat(advise().at("/lens/text").asString()).contains("let go");
        assertThat(rules(advise())).isEmpty();
        assertThat(rules(advise("--no-ledger"))).contains("last-try");
        assertThat(noted()).hasSize(2);
    }

    @Test
    void advise_takes_another_ledger_on_demand_and_says_when_it_cannot_be_read() throws IOException {
        Path other = folder.resolve("other.sqlite");
        tact("state", ANNA, "answered-elsewhere", "--at", "2026-11-12T09:00:00Z", "--ledger", other.toString());

        assertThat(advise("--ledger", other.toString()).get("badge").asString()).isEqualTo("1/3");

        List<String> missing = arguments("--ledger", folder.resolve("missing.sqlite").toString(), "--json");
        assertThat(tact(missing.toArray(new String[0]))).isEqualTo(1);
        assertThat(err.toString()).startsWith("tact: The ledger " + folder.resolve("missing.sqlite")).hasLineCount(1);
        assertThat(out.toString()).contains("\"badge\":\"3/3\"");
        assertThat(Files.exists(folder.resolve("missing.sqlite"))).isFalse();
    }

    @Test
    void advise_leaves_out_silenced_rules_and_knows_no_others() throws IOException {
        assertThat(rules(advise("--silenced", "last-try,attempt-count"))).isNotEmpty().doesNotContain("last-try", "attempt-count");

        assertThat(tact(arguments("--silenced", "nonsense").toArray(new String[0]))).isEqualTo(2);
        assertThat(err.toString()).contains("'nonsense' is none of").contains("last-try");
    }

    @Test
    void in_words_advise_shows_what_can_be_said_as_the_command_that_says_it() throws IOException {
        assertThat(tact(arguments().toArray(new String[0]))).isZero();

        assertThat(out.toString().lines())
                .anySatisfy(line -> assertThat(line).startsWith("warning [last-try]"))
                .anySatisfy(line -> assertThat(line).startsWith("    -> "))
                .anySatisfy(line -> assertThat(line).startsWith("* ").endsWith("tact state " + ANNA + " let-go"))
                .anySatisfy(line -> assertThat(line).endsWith("tact state " + ANNA + " muted thread --on 2@x"))
                .noneSatisfy(line -> assertThat(line).contains("null"));
    }
}
