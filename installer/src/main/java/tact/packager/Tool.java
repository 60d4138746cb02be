package tact.packager;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Other programs, run with a limit of time. */
final class Tool {

    private static final Duration LIMIT = Duration.ofMinutes(5);

    private Tool() {}

    /**
     * Runs a program to its end.
     *
     * @param folder in which it runs
     * @param variables for its environment, added to this program's; Tact's own are left out
     * @return what it wrote to standard output
     * @throws PackagingException when it is not there, fails or does not end; says what it wrote to standard error
     */
    static String run(Path folder, Map<String, String> variables, List<String> command) throws IOException {
        Path out = Files.createTempFile("tact-tool", ".out");
        Path err = Files.createTempFile("tact-tool", ".err");
        try {
            ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
            builder.environment().keySet().removeIf(name -> name.startsWith("TACT_"));
            builder.environment().put("LC_ALL", "C.UTF-8");
            builder.environment().putAll(variables);
            Process process = start(builder.redirectOutput(out.toFile()).redirectError(err.toFile()), command.get(0));
            if (!ended(process)) {
                throw new PackagingException("package.late", command.get(0), LIMIT.toMinutes());
            }
            if (process.exitValue() != 0) {
                throw new PackagingException("package.tool", command.get(0), process.exitValue(),
                        (Files.readString(err) + Files.readString(out)).strip());
            }
            return Files.readString(out);
        } finally {
            Files.delete(out);
            Files.delete(err);
        }
    }

    private static Process start(ProcessBuilder builder, String program) {
        try {
            return builder.start();
        } catch (IOException e) {
            throw new PackagingException("package.missing", program);
        }
    }

    private static boolean ended(Process process) {
        try {
            return process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            process.destroyForcibly();
        }
    }
}
