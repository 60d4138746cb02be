package tact.e2e;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * The processes of one test environment, their descendants included. Each is started with a mark in its environment,
 * which children inherit: so at the end all are found, those included that made themselves independent of their parent,
 * and none that another run started.
 */
final class Processes implements AutoCloseable {

    private static final String MARK = "TACT_E2E_RUN";
    private static final Duration PATIENCE = Duration.ofSeconds(8);

    private final String mark = ProcessHandle.current().pid() + "-" + System.nanoTime();

    /**
     * Starts a program, its output appended to a log file.
     *
     * @param environment variables added to the given ones of this process
     */
    Process start(Path log, Map<String, String> environment, List<String> command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        return start(builder, environment);
    }

    /** Starts a program whose output the caller has redirected. */
    Process start(ProcessBuilder builder, Map<String, String> environment) throws IOException {
        builder.environment().putAll(new TreeMap<>(environment));
        builder.environment().put(MARK, mark);
        return builder.start();
    }

    /** Those started here that still run, children of children included. */
    Set<ProcessHandle> running() {
        return ProcessHandle.allProcesses().filter(this::isMine).collect(Collectors.toSet());
    }

    /** Those of {@link #running()} whose command line contains {@code text}. */
    Set<ProcessHandle> running(String text) {
        return running().stream().filter(p -> commandLine(p).contains(text)).collect(Collectors.toSet());
    }

    /** Asks all to end, then ends them; none is left when this returns. */
    @Override
    public void close() {
        running().forEach(ProcessHandle::destroy);
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!running().isEmpty() && System.nanoTime() < end) {
            Await.pause(Duration.ofMillis(50));
        }
        running().forEach(ProcessHandle::destroyForcibly);
        Await.until("the end of all processes", this::running, Set::isEmpty);
    }

    /** Waits for the end of one process; false when it still runs at the limit. */
    static boolean ended(Process process, Duration limit) {
        try {
            return process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private boolean isMine(ProcessHandle process) {
        return ("\0" + proc(process, "environ")).contains("\0" + MARK + "=" + mark + "\0");
    }

    private static String commandLine(ProcessHandle process) {
        return proc(process, "cmdline").replace('\0', ' ');
    }

    /** A file of the process in /proc; empty for one that has just ended or belongs to another user. */
    private static String proc(ProcessHandle process, String file) {
        try {
            return Files.readString(Path.of("/proc", Long.toString(process.pid()), file), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            return "";
        }
    }
}
