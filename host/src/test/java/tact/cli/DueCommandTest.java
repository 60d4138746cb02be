package tact.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static tact.Post.LENA;
import static tact.Post.BORIS;
import static tact.Post.at;
import static tact.Post.attempt;
import static tact.Post.mails;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tact.store.SqliteLedger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DueCommandTest {

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int due(String... more) {
        List<String> arguments = new ArrayList<>(List.of("due", "--now", "2026-11-23T09:00:00Z", "--zone", "Europe/Berlin"));
        arguments.addAll(List.of(more));
        return CommandLineInterface.run(
                new PrintWriter(out, true), new PrintWriter(err, true), folder, arguments.toArray(new String[0]));
    }

    private void fill() {
        try (SqliteLedger ledger = SqliteLedger.open(folder.resolve("ledger.sqlite"))) {
            ledger.recordMe(List.of(LENA));
            ledger.recordMails(
                    mails(
                            attempt("1", "2026-11-02T09:00"),
                            attempt("2", "2026-11-13T09:00").on("1"),
                            attempt("3", "2026-11-20T09:00").to(BORIS).subject("Harbours"),
                            attempt("4", "2026-11-12T09:00").to(BORIS).subject("Bridges")),
                    at("2026-11-23T09:00"));
        }
    }

    @Test
    void whom_to_write_to_again_is_told_with_what_to_do() {
        fill();

        assertThat(due()).isZero();

        assertThat(out.toString()).isEqualTo("""
                2026-11-20  Anna Berg <anna.berg@verlag.example>  Portfolio  (2/3 · waiting 10 days · due)
                            One last try, then let go.
                """);
    }

    @Test
    void in_German_and_as_JSON_it_is_a_row_of_the_wire() {
        fill();

        assertThat(due("--json", "--lang", "de")).isZero();

        JsonNode row = JsonMapper.shared().readTree(out.toString());
        assertThat(row.get("thread").asString()).isEqualTo("1");
        assertThat(row.get("advice").asString()).isEqualTo("Ein letzter Versuch, dann lassen Sie los.");
        assertThat(row.get("actions").isArray()).isTrue();
    }

    @Test
    void holidays_and_working_days_move_what_is_due() {
        fill();

        assertThat(due("--working-days", "2")).isZero();

        assertThat(out.toString()).isEmpty();
    }

    @Test
    void a_ledger_that_is_not_there_is_one_line_and_exit_code_1() {
        assertThat(due("--ledger", folder.resolve("missing.sqlite").toString())).isEqualTo(1);
        assertThat(err.toString()).startsWith("tact: The ledger " + folder.resolve("missing.sqlite")).hasLineCount(1);
    }
}
