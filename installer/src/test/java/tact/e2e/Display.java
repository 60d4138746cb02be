package tact.e2e;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * An X display: one of its own (Xvfb on the first free number, with openbox, without which no new window gets the focus)
 * or the one of the person who looks on.
 */
final class Display {

    private static final String SIZE = "1440x900x24";

    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final String name;

    private Display(String name) {
        this.name = name;
    }

    /** The display of the session this program was started in. */
    static Display existing(String name) {
        return new Display(name);
    }

    /** Starts Xvfb and openbox; {@code processes} ends them. */
    static Display virtual(Processes processes, Path logs) throws IOException {
        Process server = processes.start(
                new ProcessBuilder("Xvfb", "-displayfd", "1", "-screen", "0", SIZE, "-nolisten", "tcp", "-dpi", "96")
                        .redirectError(ProcessBuilder.Redirect.appendTo(logs.resolve("xvfb.log").toFile())),
                Map.of());
        Display display = new Display(":" + firstLine(server));
        processes.start(logs.resolve("openbox.log"), Map.of("DISPLAY", display.name), List.of("openbox"));
        return display;
    }

    /** What {@code DISPLAY} is set to. */
    String name() {
        return name;
    }

    /** Writes what the whole display shows to a PNG file. */
    void screenshot(Path png) throws IOException {
        Files.createDirectories(png.toAbsolutePath().getParent());
        run("import", "-window", "root", png.toString());
    }

    /** Presses a key on the display's keyboard; it goes to the window that has the focus. */
    void press(String key) {
        xdotool("key", "--clearmodifiers", key);
    }

    /** Clicks with the display's mouse. Without xdotool's --sync, which waits for 15 s where the mouse is already. */
    void click(int x, int y) {
        xdotool("mousemove", Integer.toString(x), Integer.toString(y), "click", "1");
    }

    /** Moves the display's mouse. */
    void move(int x, int y) {
        xdotool("mousemove", Integer.toString(x), Integer.toString(y));
    }

    private void xdotool(String... arguments) {
        try {
            run(Stream.concat(Stream.of("xdotool"), Stream.of(arguments)).toArray(String[]::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void run(String... command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
        builder.environment().put("DISPLAY", name);
        Process process = builder.start();
        if (!Processes.ended(process, LIMIT) || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new IOException(command[0] + " failed on display " + name);
        }
    }

    private static String firstLine(Process server) throws IOException {
        CompletableFuture<String> line = CompletableFuture.supplyAsync(() -> {
            try {
                return new BufferedReader(
                        new InputStreamReader(server.getInputStream(), StandardCharsets.US_ASCII)).readLine();
            } catch (IOException e) {
                return null;
            }
        });
        try {
            String number = line.get(15, TimeUnit.SECONDS);
            if (number == null) {
                throw new IOException("Xvfb ended at once");
            }
            return number.strip();
        } catch (TimeoutException | ExecutionException e) {
            throw new IOException("Xvfb did not name its display", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
