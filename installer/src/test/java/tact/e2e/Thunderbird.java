package tact.e2e;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/**
 * A real Thunderbird with a home folder, a profile, a display and a D-Bus session of its own, driven by Marionette.
 *
 * <p>What runs inside is {@code chrome.js}, a library of functions named as {@link #call} names them.
 */
final class Thunderbird implements AutoCloseable {

    /** The add-on's id. */
    static final String ADD_ON = "tact@followups";

    private static final Duration START_LIMIT = Duration.ofSeconds(90);
    private static final Duration QUIT_LIMIT = Duration.ofSeconds(12);
    private static final String LIBRARY = resource("chrome.js");

    private final Processes processes = new Processes();
    private final Path home;
    private final Display display;
    private final Map<String, String> variables;
    private Process process;
    private Marionette marionette;

    private Thunderbird(Path home, Settings settings) throws IOException {
        this.home = home;
        Files.createDirectories(home);
        this.display = settings.display == null ? Display.virtual(processes, home) : Display.existing(settings.display);
        this.variables = variables(home, display, settings);
    }

    /** What a test may choose. Use {@link #on}; the setters return the same object. */
    static final class Settings {

        private final MailServer server;
        private final Map<String, Object> preferences = new HashMap<>();
        private final Map<String, String> variables = new HashMap<>();
        private Consumer<Home> installation = home -> { };
        private String display;

        private Settings(MailServer server) {
            this.server = server;
        }

        /** An account on {@code server}, English, an own display, no add-on. */
        static Settings on(MailServer server) {
            return new Settings(server);
        }

        Settings preference(String name, Object value) {
            preferences.put(name, value);
            return this;
        }

        Settings variable(String name, String value) {
            variables.put(name, value);
            return this;
        }

        /** Runs before the first start, for example to install Tact. */
        Settings install(Consumer<Home> installation) {
            this.installation = installation;
            return this;
        }

        /** Shows the windows on a display that is already there. */
        Settings show(String existing) {
            this.display = existing;
            // The key to a display is kept in the home folder of its owner.
            return variable("XAUTHORITY", System.getenv().getOrDefault(
                    "XAUTHORITY", Path.of(System.getProperty("user.home"), ".Xauthority").toString()));
        }
    }

    /** The folders of a Thunderbird that has not started yet. */
    record Home(Path folder, Path profile) {}

    /**
     * Starts Thunderbird in a new folder and waits until its main window is ready and the mail folders are known.
     *
     * @param folder made new; what an earlier run left there is deleted first
     */
    static Thunderbird start(Path folder, Settings settings) {
        try {
            Folders.delete(folder);
            Thunderbird thunderbird = new Thunderbird(folder.toAbsolutePath(), settings);
            try {
                int port = freePort();
                Profile.write(thunderbird.profile(), settings.server, port, settings.preferences);
                settings.installation.accept(new Home(thunderbird.home, thunderbird.profile()));
                thunderbird.launch(port);
                return thunderbird;
            } catch (IOException | RuntimeException | AssertionError e) {
                thunderbird.close();
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void launch(int port) throws IOException {
        process = processes.start(home.resolve("thunderbird.log"), variables, List.of(
                "dbus-run-session", "--", "thunderbird", "--profile", profile().toString(), "--no-remote",
                "--marionette", "-remote-allow-system-access"));
        marionette = Await.until("Marionette of Thunderbird (log: " + home.resolve("thunderbird.log") + ")",
                START_LIMIT, () -> connect(port), m -> m != null);
        Await.that("the main window", () -> call("ready").asBoolean());
        call("logIn", Person.LENA.address());
        refresh("INBOX", "Sent", "Drafts");
    }

    private Marionette connect(int port) {
        if (!process.isAlive()) {
            throw new AssertionError("Thunderbird ended at once, see " + home.resolve("thunderbird.log"));
        }
        try {
            return Marionette.connect(port);
        } catch (IOException e) {
            return null;
        } catch (MarionetteException e) {
            return null;
        }
    }

    Path home() {
        return home;
    }

    Path profile() {
        return home.resolve("profile");
    }

    Display display() {
        return display;
    }

    Processes processes() {
        return processes;
    }

    /**
     * Calls a function of {@code chrome.js}.
     *
     * @return what it returns or resolves to, as JSON
     */
    JsonNode call(String function, Object... arguments) {
        return marionette.run(LIBRARY + "\nreturn tact[arguments[0]](...arguments[1]);", function,
                Arrays.asList(arguments));
    }

    /** Asks the server what is in these folders, as opening them does. */
    void refresh(String... folders) {
        for (String folder : folders) {
            call("refresh", folder);
        }
    }

    /** A screenshot of the whole display. */
    void screenshot(Path png) {
        try {
            Await.pause(Await.BLINK);
            display.screenshot(png);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until the person has closed Thunderbird. */
    void awaitEnd() throws InterruptedException {
        process.waitFor();
    }

    /** Quits Thunderbird; what does not end by itself is ended. */
    @Override
    public void close() {
        try {
            if (marionette != null) {
                try {
                    marionette.call("Marionette:Quit", Map.of("flags", List.of("eForceQuit")));
                    Processes.ended(process, QUIT_LIMIT);
                } catch (UncheckedIOException | MarionetteException e) {
                    // It has ended already, or does not answer: its processes are ended below.
                } finally {
                    marionette.close();
                }
            }
        } finally {
            processes.close();
        }
    }

    private static Map<String, String> variables(Path home, Display display, Settings settings) throws IOException {
        Path runtime = home.resolve("run");
        Files.createDirectories(runtime);
        Files.setPosixFilePermissions(runtime, PosixFilePermissions.fromString("rwx------"));
        Map<String, String> variables = new HashMap<>();
        variables.put("HOME", home.toString());
        variables.put("XDG_CONFIG_HOME", home.resolve(".config").toString());
        variables.put("XDG_CACHE_HOME", home.resolve(".cache").toString());
        variables.put("XDG_DATA_HOME", home.resolve(".local/share").toString());
        variables.put("XDG_RUNTIME_DIR", runtime.toString());
        variables.put("DISPLAY", display.name());
        variables.put("LANG", "C.UTF-8");
        variables.put("GDK_BACKEND", "x11");
        variables.put("MOZ_CRASHREPORTER_DISABLE", "1");
        // Services that D-Bus would start for the session, and which nobody needs here.
        variables.put("NO_AT_BRIDGE", "1");
        variables.put("GTK_A11Y", "none");
        variables.put("GSETTINGS_BACKEND", "memory");
        variables.put("GIO_USE_VFS", "local");
        variables.putAll(settings.variables);
        return variables;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    static String resource(String name) {
        try (InputStream in = Thunderbird.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
