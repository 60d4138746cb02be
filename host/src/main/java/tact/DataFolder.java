package tact;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/** Where the host keeps its files: the platform's folder for a program's data. */
public final class DataFolder {

    private DataFolder() {}

    /**
     * @param environment of the process; {@code TACT_HOME} overrides everything
     * @param os          the system property {@code os.name}
     * @param home        the user's home folder by the system's list of users; {@code HOME} goes before it, as for other programs
     */
    static Path of(Map<String, String> environment, String os, Path home) {
        String override = environment.getOrDefault("TACT_HOME", "");
        if (!override.isBlank()) {
            return Path.of(override);
        }
        String system = os.toLowerCase(Locale.ROOT);
        if (system.startsWith("windows")) {
            String local = environment.getOrDefault("LOCALAPPDATA", "");
            return (local.isBlank() ? home.resolve("AppData").resolve("Local") : Path.of(local)).resolve("Tact");
        }
        Path own = Path.of(environment.getOrDefault("HOME", home.toString()));
        if (system.startsWith("mac")) {
            return own.resolve("Library").resolve("Application Support").resolve("Tact");
        }
        String data = environment.getOrDefault("XDG_DATA_HOME", "");
        return (data.isBlank() ? own.resolve(".local").resolve("share") : Path.of(data)).resolve("tact");
    }

    /** The ledger in a data folder. */
    public static Path ledger(Path folder) {
        return folder.resolve("ledger.sqlite");
    }

    /** The log in a data folder. */
    public static Path log(Path folder) {
        return folder.resolve("tact.log");
    }
}
