package tact.installer;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/**
 * What the places of files depend on.
 *
 * @param system the key of the operating system in the table of locations: {@code linux}, {@code macos}, {@code windows}
 * @param home the user's home folder
 * @param variables the environment variables
 * @param image the folder that holds {@code bin}, {@code lib} and {@code extension}
 */
record Environment(String system, Path home, Map<String, String> variables, Path image) {

    /** The computer and the user this program runs for. {@code HOME} goes before what Java takes for the home folder. */
    static Environment ofThisProcess() {
        Map<String, String> variables = System.getenv();
        String home = variables.getOrDefault("HOME", System.getProperty("user.home"));
        return new Environment(
                system(System.getProperty("os.name")), Path.of(home).toAbsolutePath(), variables, imageOfThisProgram());
    }

    /** The key of the system that Java calls {@code name}. */
    static String system(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.startsWith("mac")) {
            return "macos";
        }
        return lower.startsWith("windows") ? "windows" : lower;
    }

    /** This class stands in a jar in the image's {@code lib}. */
    private static Path imageOfThisProgram() {
        Path jar = Path.of(java.net.URI.create(
                Environment.class.getProtectionDomain().getCodeSource().getLocation().toString()));
        return jar.toAbsolutePath().getParent().getParent();
    }
}
