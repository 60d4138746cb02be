package tact.installer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sqlite.SQLiteConfig;
import tact.DataFolder;
import tools.jackson.databind.JsonNode;

/** Examines an installation, from Java to the first word of the host, without changing it. */
final class Doctor {

    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final Set<PosixFilePermission> OTHERS = EnumSet.of(
            PosixFilePermission.GROUP_READ, PosixFilePermission.GROUP_WRITE, PosixFilePermission.GROUP_EXECUTE,
            PosixFilePermission.OTHERS_READ, PosixFilePermission.OTHERS_WRITE, PosixFilePermission.OTHERS_EXECUTE);

    private final Environment environment;
    private final Path systemFolder;

    /** @param systemFolder in which the system keeps its Javas */
    Doctor(Environment environment, Path systemFolder) {
        this.environment = environment;
        this.systemFolder = systemFolder;
    }

    /**
     * One finding for each thing that has to be right, in the order in which they depend on each other.
     *
     * @param profiles as {@link Installation#of} takes them
     */
    List<Finding> examine(List<Path> profiles) {
        List<Finding> findings = new ArrayList<>();
        findings.add(java());
        findings.addAll(placements(profiles));
        Path data = Locations.of(environment).data();
        findings.add(dataFolder(data));
        findings.add(ledger(DataFolder.ledger(data)));
        findings.add(handshake(data));
        return findings;
    }

    private Finding java() {
        try {
            Optional<JavaRuntime> java = JavaRuntime.candidates(environment, systemFolder).stream().findFirst();
            return java.map(found -> Finding.good(
                            "part.java", "java.found", Integer.toString(found.version()), found.program()))
                    .orElseGet(() -> Finding.bad("part.java", "java.missing"));
        } catch (IOException e) {
            return Finding.bad("part.java", "java.missing");
        }
    }

    private List<Finding> placements(List<Path> profiles) {
        try {
            List<Finding> findings = new ArrayList<>();
            for (Placement placement : Installation.of(environment, profiles)) {
                Placement.State state = placement.state();
                findings.add(new Finding(
                        placement.part(), state == Placement.State.CURRENT, "placed." + state, placement.file()));
            }
            return findings;
        } catch (InstallException e) {
            return List.of(Finding.bad("part.addOn", e.key(), e.arguments()));
        } catch (IOException e) {
            return List.of(Finding.bad("part.addOn", "error.file", e.getClass().getSimpleName(), e.getMessage()));
        }
    }

    private static Finding dataFolder(Path data) {
        if (!Files.exists(data)) {
            return Finding.good("part.data", "data.none", data);
        }
        if (!Files.isDirectory(data) || !Files.isWritable(data)) {
            return Finding.bad("part.data", "data.closed", data);
        }
        try {
            Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(data);
            permissions.retainAll(OTHERS);
            return permissions.isEmpty()
                    ? Finding.good("part.data", "data.own", data)
                    : Finding.bad("part.data", "data.open", data);
        } catch (IOException | UnsupportedOperationException e) {
            return Finding.good("part.data", "data.own", data);
        }
    }

    /** SQLite looks at every page; a ledger that another process writes to is read as it was at that moment. */
    private static Finding ledger(Path file) {
        if (!Files.exists(file)) {
            return Finding.good("part.ledger", "ledger.none");
        }
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(true);
        try (Connection connection = config.createConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            String verdict = text(statement, "PRAGMA quick_check(1)");
            return verdict.equals("ok")
                    ? Finding.good("part.ledger", "ledger.whole", text(statement, "SELECT count(*) FROM mail"), file)
                    : Finding.bad("part.ledger", "ledger.damaged", file, verdict);
        } catch (SQLException e) {
            return Finding.bad("part.ledger", "ledger.damaged", file, e.getMessage());
        }
    }

    private static String text(Statement statement, String sql) throws SQLException {
        try (ResultSet rows = statement.executeQuery(sql)) {
            return rows.next() ? rows.getString(1) : "";
        }
    }

    /** A host as Thunderbird would start it; on the ledger that is there, else on one of its own. */
    private Finding handshake(Path data) {
        Path work = null;
        try {
            work = Files.createTempDirectory("tact-doctor");
            Image image = new Image(environment.image());
            Path folder = Files.exists(DataFolder.ledger(data)) ? data : work;
            List<JsonNode> replies = HostSession.hold(
                    image, Map.of("TACT_HOME", folder.toString()), List.of(Exchanges.of(image).anonymousHello()), LIMIT);
            JsonNode reply = replies.isEmpty() ? null : replies.get(0);
            if (reply != null && reply.hasNonNull("welcome")) {
                return Finding.good("part.host", "host.answers", reply.get("welcome").get("host").asString());
            }
            return Finding.bad(
                    "part.host", "host.refuses", reply == null ? "" : reply.path("problem").path("text").asString(""));
        } catch (InstallException e) {
            return Finding.bad("part.host", e.key(), e.arguments());
        } catch (IOException e) {
            return Finding.bad("part.host", "host.fails", e.getMessage());
        } finally {
            deleteQuietly(work);
        }
    }

    private static void deleteQuietly(Path work) {
        try {
            if (work != null) {
                Folders.delete(work);
            }
        } catch (IOException e) {
            // A temporary folder more is no finding.
        }
    }
}
