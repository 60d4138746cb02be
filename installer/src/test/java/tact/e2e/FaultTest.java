package tact.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@DisplayName("When something is wrong with the host, mail goes out all the same, and")
class FaultTest {

    /** Two seconds for the host, and some for Thunderbird to send. */
    private static final Duration SLOWEST = Duration.ofSeconds(7);

    /** After so long without an event Thunderbird stops a background page that nothing keeps awake. */
    private static final Duration IDLE = Duration.ofSeconds(12);

    @RegisterExtension
    static final Studio STUDIO = Studio.withTact(
            settings -> settings.preference("extensions.background.idle.timeout", (int) IDLE.toMillis()));

    private byte[] manifest;

    @BeforeEach
    void rememberTheManifest() throws IOException {
        manifest = Files.readAllBytes(STUDIO.manifest());
    }

    /** A new life of the add-on: no test waits for the pauses that another one has earned. */
    @AfterEach
    void repair() throws IOException {
        Files.write(STUDIO.manifest(), manifest);
        STUDIO.thunderbird().call("reloadAddOn");
    }

    @Test
    @DisplayName("a host that was killed is started again by itself, with all it knew")
    void killed() {
        Person anna = new Person("Anna Berg", "anna.berg@verlag.example");
        STUDIO.sent(Story.tries(anna, 16, 9));
        ComposeWindow draft = STUDIO.write(anna, "Bridges at night");
        draft.type("Dear Anna,");
        draft.awaitBadge("3/3");

        killHosts();
        draft.send();
        draft.awaitClosed();

        STUDIO.awaitMail(anna, "INBOX", "Dear Anna,");
        Await.that("a new host", () -> !STUDIO.hosts().isEmpty());
        STUDIO.write(anna, "Another question").awaitBadge("4/3");
    }

    @Test
    @DisplayName("the button of an open draft says that the host is gone, and is right again when it is back")
    void goneAndBack() throws IOException {
        Person jonas = new Person("Jonas Brandt", "jonas@brandt-books.example");
        STUDIO.sent(Story.tries(jonas, 9));
        ComposeWindow draft = STUDIO.write(jonas, "Bridges at night");
        draft.awaitBadge("2/3");

        Files.delete(STUDIO.manifest());
        killHosts();
        draft.awaitBadge("!");
        draft.awaitTitle("The Tact program is not installed on this computer.");
        assertThat(draft.title()).contains("Run the Tact installer");

        Files.write(STUDIO.manifest(), manifest);
        draft.awaitTitle("attempt 2 of 3 to Jonas Brandt");
        assertThat(draft.badge()).isEqualTo("2/3");
    }

    @Test
    @DisplayName("a missing host is named on the button")
    void missing() throws IOException {
        Files.delete(STUDIO.manifest());
        restart();
        Person miriam = new Person("Miriam Okafor", "miriam@okafor.example");
        ComposeWindow draft = STUDIO.write(miriam, "Bridges at night");
        draft.type("Dear Miriam,");

        draft.awaitTitle("The Tact program is not installed on this computer.");
        draft.awaitBadge("!");
        assertThat(draft.openPanel().text()).contains("Tact cannot help at the moment", "Run the Tact installer");

        draft.sendAway();
        STUDIO.awaitMail(miriam, "INBOX", "Dear Miriam,");
    }

    @Test
    @DisplayName("a host of another version says on the button what to update")
    void incompatible() throws IOException {
        useFakeHost("incompatible");
        Person paul = new Person("Paul Lindqvist", "paul@lindqvist.example");
        ComposeWindow draft = STUDIO.write(paul, "Bridges at night");
        draft.type("Dear Paul,");

        draft.awaitTitle("update the Tact add-on in Thunderbird");
        draft.awaitBadge("!");

        draft.sendAway();
        STUDIO.awaitMail(paul, "INBOX", "Dear Paul,");
    }

    @Test
    @DisplayName("a host that is silent for two seconds is not waited for")
    void silent() throws IOException {
        useFakeHost("silent");
        Person sofia = new Person("Sofia Marini", "sofia@marini.example");
        ComposeWindow draft = STUDIO.write(sofia, "Bridges at night");
        draft.type("Dear Sofia,");
        draft.awaitTitle("does not answer in time");

        long start = System.nanoTime();
        draft.sendAway();

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(SLOWEST);
        STUDIO.awaitMail(sofia, "INBOX", "Dear Sofia,");
    }

    @Test
    @DisplayName("a background page that was suspended wakes up and still counts and holds")
    void suspended() {
        Person clara = new Person("Clara Neumann", "clara@neumann.example");
        List<Letter> tries = Story.tries(clara, 24, 17, 9);
        STUDIO.sent(tries);
        ComposeWindow draft = STUDIO.followUp(tries.get(2));
        draft.awaitBadge("4/3");

        STUDIO.thunderbird().call("suspendBackground");
        Await.that("the background page to stop",
                () -> STUDIO.thunderbird().call("backgroundState").asString("").equals("stopped"));
        Await.that("the end of the host", () -> STUDIO.hosts().isEmpty());
        draft.type("Only one more question.");
        Await.that("a new host", () -> !STUDIO.hosts().isEmpty());
        draft.awaitBadge("4/3");
        draft.send();

        HoldWindow.await(STUDIO.thunderbird()).choose("keep-writing");
        Await.that("the draft to be unlocked", draft::canSend);
    }

    @Test
    @DisplayName("a hold still has its answer heard when the host is dead and the background page would be idle")
    void patientHold() throws IOException {
        Person david = new Person("David Chen", "david.chen@press.example");
        List<Letter> tries = Story.tries(david, 24, 17, 9);
        STUDIO.sent(tries);
        ComposeWindow draft = STUDIO.followUp(tries.get(2));
        draft.awaitBadge("4/3");
        draft.send();
        HoldWindow hold = HoldWindow.await(STUDIO.thunderbird());

        Files.delete(STUDIO.manifest());
        killHosts();
        Await.pause(IDLE.multipliedBy(2));
        hold.choose("keep-writing");

        HoldWindow.awaitNone(STUDIO.thunderbird());
        Await.that("the draft to be unlocked", draft::canSend);
        assertThat(draft.isOpen()).isTrue();
    }

    private static void killHosts() {
        STUDIO.hosts().forEach(ProcessHandle::destroyForcibly);
        Await.that("the end of the host", () -> STUDIO.hosts().stream().noneMatch(ProcessHandle::isAlive));
    }

    /** Starts the add-on anew, so that it looks for its host. */
    private static void restart() {
        STUDIO.thunderbird().call("reloadAddOn");
        Await.that("the end of the host", () -> STUDIO.hosts().isEmpty());
    }

    private static void useFakeHost(String mode) throws IOException {
        STUDIO.useFakeHost(mode);
        restart();
    }
}
