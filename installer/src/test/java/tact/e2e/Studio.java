package tact.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Lena Vogt's desk: a mail provider, a Thunderbird with her account, and Tact installed in it, unless told otherwise.
 * As a JUnit extension it lasts for a test class, and keeps a picture and Thunderbird's console when a test fails.
 */
final class Studio implements BeforeAllCallback, AfterAllCallback, AfterEachCallback, AutoCloseable {

    /** The folder the build made; given by the build, else where the build puts it. */
    static final Path IMAGE = Path.of(System.getProperty("tact.image", "installer/target/image")).toAbsolutePath();

    /** The page that a new installation opens. */
    static final String WELCOME = "welcome/";

    private static final Path RUNS = IMAGE.resolveSibling("e2e");
    private static final Path MANIFEST = Path.of(".mozilla", "native-messaging-hosts", "tact.json");
    private static final Duration INSTALL_LIMIT = Duration.ofMinutes(3);

    private final boolean tact;
    private final Consumer<Thunderbird.Settings> wishes;
    private MailServer server;
    private Thunderbird thunderbird;

    private Studio(boolean tact, Consumer<Thunderbird.Settings> wishes) {
        this.tact = tact;
        this.wishes = wishes;
    }

    /** With Tact, in English. */
    static Studio withTact() {
        return withTact(settings -> { });
    }

    static Studio withTact(Consumer<Thunderbird.Settings> wishes) {
        return new Studio(true, wishes);
    }

    /** A Thunderbird that has never heard of Tact. */
    static Studio withoutTact() {
        return new Studio(false, settings -> { });
    }

    /** Starts everything. @param name names the folder of this run */
    Studio open(String name) {
        server = MailServer.start(Person.LENA.address());
        Thunderbird.Settings settings = Thunderbird.Settings.on(server);
        if (tact) {
            // A new profile asks before it switches on an add-on that came from outside; a person would agree.
            settings.preference("extensions.autoDisableScopes", 0).install(Studio::install);
        }
        wishes.accept(settings);
        try {
            thunderbird = Thunderbird.start(RUNS.resolve(name), settings);
            if (tact) {
                Await.that("the add-on to be active", () -> {
                    JsonNode addOn = thunderbird.call("addOn");
                    return !addOn.isNull() && addOn.get("active").asBoolean();
                });
                // Whoever has read the welcome page closes it.
                Page.await(thunderbird, WELCOME);
                thunderbird.call("closePages", WELCOME);
            }
            return this;
        } catch (RuntimeException | AssertionError e) {
            close();
            throw e;
        }
    }

    Thunderbird thunderbird() {
        return thunderbird;
    }

    MailServer server() {
        return server;
    }

    /** Mails that Lena has sent, on this computer or on another. */
    void sent(List<Letter> letters) {
        server.append(Person.LENA.address(), "Sent", letters.stream().map(Letter::raw).toList());
        thunderbird.refresh("Sent");
    }

    /** Mails that were in the Inbox already. */
    void received(Letter... letters) {
        server.append(Person.LENA.address(), "INBOX", Stream.of(letters).map(Letter::raw).toList());
        thunderbird.refresh("INBOX");
    }

    /** A mail that comes in now. */
    void arrives(Person from, Letter letter) {
        server.deliver(from.address(), Person.LENA.address(), letter.raw());
        thunderbird.refresh("INBOX");
    }

    /** A new mail in HTML. */
    ComposeWindow write(Person to, String subject) {
        return write(to, subject, ComposeWindow.Format.HTML);
    }

    ComposeWindow write(Person to, String subject, ComposeWindow.Format format) {
        return ComposeWindow.openNew(thunderbird, to.mailbox(), subject, format);
    }

    /** An answer in HTML to one of Lena's own mails, as one writes to follow up. */
    ComposeWindow followUp(Letter letter) {
        return followUp(letter, ComposeWindow.Format.HTML);
    }

    ComposeWindow followUp(Letter letter, ComposeWindow.Format format) {
        return ComposeWindow.reply(thunderbird, "Sent", letter, format);
    }

    /** The hosts that run for this Thunderbird. */
    Set<ProcessHandle> hosts() {
        return thunderbird.processes().running(" tact.Main ");
    }

    /** Runs the body of an asynchronous function in Tact's background page; {@code args} holds the arguments. */
    JsonNode inBackground(String body, Object... arguments) {
        return thunderbird.call("inBackground", body, Arrays.asList(arguments));
    }

    /** Sets settings as the options page does. @param settings JSON */
    void set(String settings) {
        inBackground("const {settings = {}} = await browser.storage.local.get('settings');"
                + "await browser.storage.local.set({settings: {...settings, ...JSON.parse(args[0])}});", settings);
    }

    /** The file that tells Thunderbird where the host is. */
    Path manifest() {
        return thunderbird.home().resolve(MANIFEST);
    }

    /**
     * Puts a host of the tests in the place of Tact's own; the add-on notices when it is started the next time.
     *
     * @param mode see {@code fake-host.mjs}
     */
    void useFakeHost(String mode) throws IOException {
        Path home = thunderbird.home();
        Path program = home.resolve("fake-host.mjs");
        Files.writeString(program, Thunderbird.resource("fake-host.mjs"));
        Path launcher = home.resolve("fake-host-" + mode);
        Files.writeString(launcher, "#!/bin/sh\ncd '" + home + "' && exec node '" + program + "' " + mode + "\n");
        Files.setPosixFilePermissions(launcher, PosixFilePermissions.fromString("rwxr-xr-x"));
        JsonMapper json = JsonMapper.builder().build();
        ObjectNode changed = (ObjectNode) json.readTree(Files.readAllBytes(manifest()));
        changed.put("path", launcher.toString());
        Files.write(manifest(), json.writeValueAsBytes(changed));
    }

    /** The mails in a folder of Lena's whose raw text contains {@code text}. */
    List<String> mails(String folder, String text) {
        return server.mails(Person.LENA.address(), folder, text);
    }

    /** Waits until a mailbox holds a mail with this text, and gives it raw. */
    String awaitMail(Person owner, String folder, String text) {
        return Await.until("a mail with \"" + text + "\" in " + folder + " of " + owner.name(),
                () -> server.mails(owner.address(), folder, text), mails -> !mails.isEmpty()).get(0);
    }

    /** Installs Tact for a home folder and a profile, by the program a person would use. */
    static void install(Thunderbird.Home home) {
        try {
            ProcessBuilder builder = new ProcessBuilder(
                    IMAGE.resolve("bin/tact-install").toString(), "install", "--profile", home.profile().toString())
                    .redirectErrorStream(true)
                    .redirectOutput(home.folder().resolve("install.log").toFile());
            builder.environment().put("HOME", home.folder().toString());
            Process process = builder.start();
            if (!Processes.ended(process, INSTALL_LIMIT) || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new IllegalStateException(
                        "tact-install: " + Files.readString(home.folder().resolve("install.log")));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            if (thunderbird != null) {
                thunderbird.close();
            }
        } finally {
            if (server != null) {
                server.close();
            }
        }
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        open(nameOf(context));
    }

    @Override
    public void afterAll(ExtensionContext context) {
        close();
    }

    /** Leaves no draft open for the next test, and keeps what helps to understand a failure. */
    @Override
    public void afterEach(ExtensionContext context) throws IOException {
        if (context.getExecutionException().isPresent()) {
            String name = context.getRequiredTestMethod().getName();
            Path folder = RUNS.resolve(nameOf(context));
            thunderbird.screenshot(folder.resolve(name + ".png"));
            Files.writeString(folder.resolve(name + ".console"), thunderbird.call("console").toPrettyString());
        }
        thunderbird.call("pages").valueStream()
                .filter(page -> page.get("path").asString().startsWith("hold/"))
                .forEach(page -> thunderbird.call("close", page.get("window").asInt()));
        thunderbird.call("composeWindows").valueStream().forEach(id -> thunderbird.call("close", id.asInt()));
        // One that is still closing, with a panel open, would take the next test's first click.
        Await.that("the compose windows to close", () -> thunderbird.call("composeWindows").isEmpty());
    }

    private String nameOf(ExtensionContext context) {
        return context.getRequiredTestClass().getSimpleName() + (tact ? "" : "-without-Tact");
    }
}
