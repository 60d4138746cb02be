package tact.installer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ResourceBundle;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tact.Version;
import tact.packager.Packager;
import tact.packager.PackagingException;

/**
 * The command line {@code tact-install}: install, uninstall, status, doctor, train, package. Its texts, help included,
 * are in {@code messages.properties}.
 *
 * <p>Exit codes: 0 done, 1 not installed (status) or not well (doctor), 2 wrong usage, 3 not possible.
 */
@Command(
        name = "tact-install",
        resourceBundle = "tact.installer.messages",
        mixinStandardHelpOptions = true,
        versionProvider = Main.ProductVersion.class)
public final class Main {

    /** Where Debian keeps its Javas. */
    private static final Path JAVAS = Path.of("/usr/lib/jvm");

    /** Where Debian's Thunderbird looks for native manifests and add-ons for all users. */
    private static final Path SYSTEM_MANIFESTS = Path.of("/usr/lib/mozilla/native-messaging-hosts");
    private static final Path SYSTEM_ADD_ONS =
            Path.of("/usr/share/mozilla/extensions/{3550f703-e582-4d05-9a08-453d09bdfdc6}");

    private static final int INSTALLED = 0;
    private static final int NOT_INSTALLED = 1;
    private static final int NOT_POSSIBLE = 3;

    private final Environment environment;
    private final ResourceBundle texts = ResourceBundle.getBundle("tact.installer.messages");

    @Spec
    private CommandSpec spec;

    private Main(Environment environment) {
        this.environment = environment;
    }

    /** Runs the command and ends the process with its exit code. */
    public static void main(String[] arguments) {
        System.exit(commandLine(Environment.ofThisProcess()).execute(arguments));
    }

    /** The command line for an environment; its output can be redirected. */
    static CommandLine commandLine(Environment environment) {
        Main main = new Main(environment);
        return new CommandLine(main).setExecutionExceptionHandler((problem, line, result) -> main.failed(problem));
    }

    @Command(name = "install", mixinStandardHelpOptions = true)
    void install(@Option(names = "--profile", paramLabel = "FOLDER") List<Path> profiles) throws IOException {
        for (Placement placement : placements(profiles)) {
            say(placement.write() ? "line.written" : "line.unchanged", part(placement), placement.file());
        }
        train();
        sayOfPackagings();
        say("restart");
    }

    /** What works, and what does not, in a Thunderbird that is shut off from the rest of the computer. */
    private void sayOfPackagings() {
        Locations locations = Locations.of(environment);
        for (Locations.Packaging packaging : List.of(Locations.Packaging.SNAP, Locations.Packaging.FLATPAK)) {
            if (locations.has(packaging)) {
                say("packaging." + packaging);
            }
        }
    }

    @Command(name = "uninstall", mixinStandardHelpOptions = true)
    void uninstall(
            @Option(names = "--profile", paramLabel = "FOLDER") List<Path> profiles,
            @Option(names = "--data") boolean data)
            throws IOException {
        for (Placement placement : placements(profiles)) {
            say(placement.remove() ? "line.removed" : "line.absent", part(placement), placement.file());
        }
        Path folder = Locations.of(environment).data();
        if (Files.exists(folder)) {
            if (data) {
                Folders.delete(folder);
            }
            say(data ? "data.removed" : "data.kept", folder);
        }
    }

    @Command(name = "status", mixinStandardHelpOptions = true)
    int status(@Option(names = "--profile", paramLabel = "FOLDER") List<Path> profiles) throws IOException {
        int result = INSTALLED;
        for (Placement placement : placements(profiles)) {
            Placement.State state = placement.state();
            say("line", part(placement), texts.getString("state." + state), placement.file());
            if (state != Placement.State.CURRENT) {
                result = NOT_INSTALLED;
            }
        }
        return result;
    }

    @Command(name = "doctor", mixinStandardHelpOptions = true)
    int doctor(@Option(names = "--profile", paramLabel = "FOLDER") List<Path> profiles) {
        int result = INSTALLED;
        for (Finding finding : new Doctor(environment, JAVAS).examine(absolute(profiles))) {
            say("finding." + (finding.isGood() ? "good" : "bad"), texts.getString(finding.part()), words(finding));
            if (!finding.isGood()) {
                result = NOT_INSTALLED;
            }
        }
        return result;
    }

    @Command(name = "train", mixinStandardHelpOptions = true)
    void train() throws IOException {
        Training training = new Training(new Image(environment.image()));
        training.unpackSqlite();
        for (JavaRuntime java : JavaRuntime.candidates(environment, JAVAS)) {
            try {
                say("trained", Integer.toString(java.version()), training.run(java));
            } catch (IOException e) {
                say("untrained", Integer.toString(java.version()), e.getMessage());
            }
        }
    }

    @Command(name = "package", mixinStandardHelpOptions = true)
    void makePackages(
            @Option(names = "--output", paramLabel = "FOLDER") Path output,
            @Option(names = "--jdk", paramLabel = "FOLDER") Path jdk,
            @Option(names = "--quick") boolean quick)
            throws IOException {
        Image image = new Image(environment.image());
        List<Path> javas = new ArrayList<>();
        if (jdk != null) {
            javas.add(jdk.toAbsolutePath());
        } else {
            for (JavaRuntime java : JavaRuntime.candidates(environment, JAVAS)) {
                javas.add(java.program().toRealPath().getParent().getParent());
            }
        }
        Map<Path, byte[]> systemFiles = Map.of(
                SYSTEM_MANIFESTS.resolve(Installation.APPLICATION + ".json"),
                Installation.manifest(Packager.debianLauncher()),
                SYSTEM_ADD_ONS.resolve(Installation.ADD_ON + ".xpi"),
                Files.readAllBytes(image.addOn()));
        Path folder = output == null ? image.folder().resolveSibling("packages") : output.toAbsolutePath();
        for (Path made : new Packager(image.folder(), environment.system(), Version.MOMENT, quick)
                .make(javas, systemFiles, folder)) {
            say("packaged", made, Files.size(made));
        }
    }

    private List<Placement> placements(List<Path> profiles) throws IOException {
        return Installation.of(environment, absolute(profiles));
    }

    /** @param profiles null where none is named */
    private static List<Path> absolute(List<Path> profiles) {
        return profiles == null ? List.of() : profiles.stream().map(Path::toAbsolutePath).toList();
    }

    private String words(Finding finding) {
        String remedy = finding.key() + ".remedy";
        String found = MessageFormat.format(texts.getString(finding.key()), finding.arguments());
        return finding.isGood() || !texts.containsKey(remedy)
                ? found
                : found + " " + MessageFormat.format(texts.getString(remedy), finding.arguments());
    }

    private String part(Placement placement) {
        return texts.getString(placement.part());
    }

    private void say(String key, Object... arguments) {
        spec.commandLine().getOut().println(MessageFormat.format(texts.getString(key), arguments));
    }

    private int failed(Exception problem) throws Exception {
        InstallException told = problem instanceof IOException
                ? new InstallException("error.file", problem.getClass().getSimpleName(), problem.getMessage())
                : problem instanceof PackagingException packaging
                        ? new InstallException(packaging.key(), packaging.arguments())
                        : problem instanceof InstallException known ? known : null;
        if (told == null) {
            throw problem;
        }
        spec.commandLine().getErr().println(
                "tact-install: " + MessageFormat.format(texts.getString(told.key()), told.arguments()));
        return NOT_POSSIBLE;
    }

    /** The version of the product. */
    static final class ProductVersion implements IVersionProvider {

        @Override
        public String[] getVersion() {
            return new String[] {"Tact " + Version.CURRENT};
        }
    }
}
