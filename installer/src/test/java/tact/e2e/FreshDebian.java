package tact.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Installs the Debian package in a Debian that was made a moment ago (debootstrap, minbase, no Java), uses it as a
 * user, removes it, and looks whether anything is left. Then builds the packages once more and compares, and lets
 * lintian look. Takes some minutes, the network and root: so it is a command beside the suite,
 * {@code installer/fresh-debian}.
 */
public final class FreshDebian {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration LIMIT = Duration.ofMinutes(15);
    private static final String USER = "lena";
    private static final Path HOME = Path.of("home", USER);

    /** What changes by itself when packages come and go, and what is not on the disk. */
    private static final List<String> BOOKKEEPING =
            List.of("proc", "sys", "dev", "tmp", "var/cache", "var/lib/apt", "var/log", "var/lib/dpkg/status-old");

    private final Path work;
    private final Path root;
    private final Path packages;

    private FreshDebian(Path packages) {
        this.packages = packages.toAbsolutePath();
        this.work = Studio.IMAGE.resolveSibling("fresh-debian");
        this.root = work.resolve("root");
    }

    /** @param arguments the folder with the packages */
    public static void main(String[] arguments) throws IOException {
        new FreshDebian(Path.of(arguments[0])).run();
    }

    private void run() throws IOException {
        Path deb = packageFile(packages, ".deb");
        Folders.delete(work);
        Files.createDirectories(work);
        say("making a Debian in " + root);
        outside("debootstrap", "--variant=minbase", "bookworm", root);
        inside("root", "useradd", "--create-home", USER);
        aProfile();
        must("no Java is there", inside("root", "sh", "-c", "command -v java || true").isBlank()
                && !Files.exists(root.resolve("usr/lib/jvm")));
        Files.copy(deb, root.resolve("tmp/tact.deb"));
        String before = tree();

        say(inside("root", "apt-get", "install", "--yes", "--no-install-recommends", "/tmp/tact.deb").lines()
                .reduce((one, next) -> next).orElse(""));
        must("tact --version answers", inside(USER, "tact", "--version").startsWith("tact "));
        must("the manifest's path answers the handshake", welcome().hasNonNull("welcome"));
        must("a start-up archive was made: " + packageFile(root.resolve("usr/lib/tact/lib"), ".made-from"), true);
        say(inside(USER, "tact-install", "doctor"));

        inside("root", "apt-get", "remove", "--yes", "tact");
        String after = tree();
        must("nothing is left: " + difference(before, after), before.equals(after));
        sameAgain();
        say("lintian:");
        inside("root", "apt-get", "install", "--yes", "--no-install-recommends", "lintian");
        say(inside(USER, "lintian", "--fail-on", "error", "/tmp/tact.deb"));
        Folders.delete(root);
    }

    /** A Thunderbird that was started once. */
    private void aProfile() throws IOException {
        Path profile = Files.createDirectories(root.resolve(HOME).resolve(".thunderbird/abcd.default"));
        Files.writeString(profile.resolveSibling("profiles.ini"),
                "[Profile0]\nName=default\nIsRelative=1\nPath=abcd.default\n");
        inside("root", "chown", "--recursive", USER, "/" + HOME);
    }

    private JsonNode welcome() throws IOException {
        Path manifest = root.resolve("usr/lib/mozilla/native-messaging-hosts/tact.json");
        String program = JSON.readTree(Files.readAllBytes(manifest)).get("path").asString();
        List<String> command = command(USER, program, "/" + root.relativize(manifest), Thunderbird.ADD_ON);
        try (HostProcess host = HostProcess.start(new ProcessBuilder(command))) {
            return host.hello();
        } finally {
            Folders.delete(root.resolve(HOME).resolve(".local"));
        }
    }

    /** The packages have the same bytes when they are made elsewhere, with another umask and time zone. */
    private void sameAgain() throws IOException {
        Path other = work.resolve("other");
        run(Map.of("TZ", "Pacific/Kiritimati"), List.of("sh", "-c", "umask 077; exec \"$0\" \"$@\"",
                Studio.IMAGE.resolve("bin/tact-install").toString(), "package", "--output", other.toString()));
        for (String ending : List.of(".deb", ".xpi", ".json")) {
            Path file = packageFile(packages, ending);
            must("the same bytes again: " + file.getFileName(),
                    Files.mismatch(file, other.resolve(file.getFileName())) < 0);
        }
    }

    /** Every file of the root with its size, but for the bookkeeping. */
    private String tree() throws IOException {
        try (Stream<Path> paths = Files.walk(root)) {
            return paths.map(root::relativize)
                    .filter(path -> BOOKKEEPING.stream().noneMatch(path::startsWith))
                    .map(path -> path + " " + size(root.resolve(path)))
                    .sorted()
                    .collect(Collectors.joining("\n"));
        }
    }

    private static String size(Path path) {
        try {
            return Files.isDirectory(path) || Files.isSymbolicLink(path) ? "" : Long.toString(Files.size(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String difference(String before, String after) {
        TreeSet<String> changed = new TreeSet<>(before.lines().toList());
        after.lines().forEach(line -> {
            if (!changed.remove(line)) {
                changed.add(line);
            }
        });
        return changed.isEmpty() ? "the files are as before" : String.join(", ", changed);
    }

    private static Path packageFile(Path folder, String ending) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(ending)).findFirst()
                    .orElseThrow(() -> new IOException("no file *" + ending + " in " + folder));
        }
    }

    private String inside(String user, String... command) throws IOException {
        return run(Map.of(), command(user, command));
    }

    private String outside(Object... command) throws IOException {
        return run(Map.of(), Stream.of(command).map(Object::toString).toList());
    }

    /** In the root, with a view of the processes as every Debian has it, and nothing of this computer's environment. */
    private List<String> command(String user, String... command) {
        String home = user.equals(USER) ? "/" + HOME : "/root";
        List<String> whole = new ArrayList<>(List.of(
                "unshare", "--mount", "sh", "-c",
                "mount -t proc proc \"$0/proc\" && mount -t devpts devpts \"$0/dev/pts\" && exec chroot \"$@\"",
                root.toString(), "--userspec=" + user, root.toString(), "env", "--ignore-environment", "HOME=" + home,
                "PATH=/usr/sbin:/usr/bin:/sbin:/bin", "LC_ALL=C.UTF-8", "DEBIAN_FRONTEND=noninteractive"));
        whole.addAll(List.of(command));
        return whole;
    }

    /** Runs a program to its end, which has to be a good one. @return what it wrote */
    private String run(Map<String, String> variables, List<String> command) throws IOException {
        Path log = work.resolve("log");
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().putAll(variables);
        Process process = builder.start();
        try {
            must("end of " + command, Processes.ended(process, LIMIT));
        } finally {
            process.destroyForcibly();
        }
        String said = Files.readString(log);
        must(String.join(" ", command) + "\n" + said, process.exitValue() == 0);
        Files.move(log, work.resolve("log.last"), StandardCopyOption.REPLACE_EXISTING);
        return said.strip();
    }

    private static void must(String what, boolean is) {
        if (!is) {
            throw new IllegalStateException("not so: " + what);
        }
    }

    private static void say(String text) {
        System.out.println(text);
    }
}
