package tact.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.module.Configuration;
import java.lang.module.ModuleFinder;
import java.lang.module.ResolvedModule;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a fresh system shows is FreshDebian's to show; here, what can be seen of the packages without one. */
@DisplayName("The packages")
class PackagesTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String VERSION = System.getProperty("tact.version");
    private static final Duration LIMIT = Duration.ofMinutes(4);

    @TempDir
    private static Path folder;

    private static Path packages;
    private static Path root;

    @TempDir
    private Path home;

    @BeforeAll
    static void make() throws IOException {
        packages = folder.resolve("packages");
        root = folder.resolve("root");
        run(Map.of(), Studio.IMAGE.resolve("bin/tact-install"), "package", "--quick", "--output", packages);
        run(Map.of(), "dpkg-deb", "--extract", onlyFile(".deb"), root);
    }

    @Test
    @DisplayName("bring a host that answers Thunderbird by the path in the manifest, where there is no Java")
    void handshake() throws IOException {
        Path manifest = root.resolve("usr/lib/mozilla/native-messaging-hosts/tact.json");
        String program = JSON.readTree(Files.readAllBytes(manifest)).get("path").asString();
        ProcessBuilder builder = new ProcessBuilder(
                root.resolve(program.substring(1)).toString(), manifest.toString(), Thunderbird.ADD_ON);
        builder.environment().clear();
        builder.environment().putAll(bareEnvironment());

        try (HostProcess host = HostProcess.start(builder)) {
            assertThat(host.hello().get("welcome").get("host").asString()).isEqualTo(VERSION);
        }
    }

    @Test
    @DisplayName("put the add-on of the build where Debian's Thunderbird looks for every user")
    void addOn() throws IOException {
        Path addOns = root.resolve("usr/share/mozilla/extensions/{3550f703-e582-4d05-9a08-453d09bdfdc6}");

        assertThat(addOns.resolve(Thunderbird.ADD_ON + ".xpi"))
                .hasSameBinaryContentAs(Studio.IMAGE.resolve("extension/tact.xpi"))
                .hasSameBinaryContentAs(packages.resolve("tact-" + VERSION + ".xpi"));
    }

    @Test
    @DisplayName("have of Java what jdeps finds, the languages and the charsets, and what these need; nothing else")
    void modules() throws IOException {
        List<Object> jdeps = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin/jdeps"),
                "--print-module-deps", "--ignore-missing-deps", "--multi-release", Runtime.version().feature()));
        jdeps.addAll(jars());
        Set<String> roots = new TreeSet<>(List.of(run(Map.of(), jdeps.toArray()).strip().split(",")));
        roots.addAll(List.of("jdk.charsets", "jdk.localedata"));
        Set<String> needed = Configuration.empty().resolve(ModuleFinder.ofSystem(), ModuleFinder.of(), roots).modules()
                .stream().map(ResolvedModule::name).collect(Collectors.toCollection(TreeSet::new));

        String present = run(Map.of(), root.resolve("usr/lib/tact/lib/runtime/bin/java"), "--list-modules");

        assertThat(present.lines().map(line -> line.replaceFirst("@.*", "")))
                .containsExactlyInAnyOrderElementsOf(needed);
    }

    @Test
    @DisplayName("bring a start-up archive that, from Java 25 on, still fits when the image was unpacked elsewhere")
    void startUpArchive() throws IOException {
        run(Map.of(), "tar", "--extract", "--gzip", "--file", onlyFile(".tar.gz"), "--directory", folder);
        Path image = folder.resolve(onlyFile(".tar.gz").getFileName().toString().replace(".tar.gz", ""));
        try (Stream<Path> files = Files.list(image.resolve("lib"))) {
            List<String> archives = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith("start-")).toList();
            assertThat(archives).isNotEmpty();
            if (archives.stream().noneMatch(name -> name.endsWith(".aot"))) {
                // Before, it fits one place; "install" makes it anew then.
                run(Map.of(), image.resolve("bin/tact-install"), "train");
            }
        }
        ProcessBuilder builder = new ProcessBuilder(
                image.resolve("bin/tact").toString(), home.resolve("tact.json").toString(), Thunderbird.ADD_ON);
        builder.environment().put("TACT_HOME", home.toString());

        try (HostProcess host = HostProcess.start(builder)) {
            host.hello();
            // Java lets go of an archive that does not fit.
            assertThat(Files.readString(Path.of("/proc", Long.toString(host.pid()), "maps")))
                    .contains(image.resolve("lib/start-").toString());
        }
    }

    @Test
    @DisplayName("list every jar with its checksum and a licence whose text comes along, and Java and SQLite")
    void licences() throws IOException {
        Path documents = root.resolve("usr/share/doc/tact");
        JsonNode sbom = JSON.readTree(Files.readAllBytes(packages.resolve("tact-" + VERSION + ".cdx.json")));
        List<String> listed = new ArrayList<>();
        for (JsonNode part : sbom.get("components")) {
            listed.add(part.get("name").asString() + "-" + part.get("version").asString());
        }
        String licences = Files.readString(documents.resolve("licences/LIST.txt"));

        assertThat(sbom.get("metadata").get("component").get("version").asString()).isEqualTo(VERSION);
        for (Path jar : jars()) {
            String name = jar.getFileName().toString().replace(".jar", "");
            if (!name.startsWith("tact-")) {
                assertThat(listed).contains(name);
                assertThat(licences).containsPattern("(?m)^" + name.replaceFirst("-(?=[0-9])", " ") + ": .+; text: .+");
            }
        }
        assertThat(licences).contains("openjdk ", "sqlite ");
        for (String text : licences.lines().filter(line -> line.contains("; text: "))
                .flatMap(line -> Stream.of(line.replaceFirst(".*; text: ", "").split(", "))).toList()) {
            assertThat(documents.resolve("licences").resolve(text)).isNotEmptyFile();
        }
    }

    @Test
    @DisplayName("have the checksums that are given")
    void checksums() throws IOException {
        String said = run(Map.of(), "sh", "-c", "cd \"$0\" && sha256sum --check SHA256SUMS", packages);

        assertThat(said.lines()).hasSize(4).allMatch(line -> line.endsWith(": OK"));
    }

    /** A user without anything: of the programs of the system those that every Debian has, and no Java among them. */
    private Map<String, String> bareEnvironment() throws IOException {
        Path programs = Files.createDirectories(home.resolve("bin"));
        for (String program : List.of("dirname", "readlink", "sed", "sh")) {
            Path wrapped = programs.resolve(program);
            Files.writeString(wrapped, "#!/bin/sh\nexec /bin/" + program + " \"$@\"\n");
            Files.setPosixFilePermissions(wrapped, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        return Map.of("HOME", home.toString(), "PATH", programs.toString());
    }

    private static List<Path> jars() throws IOException {
        try (Stream<Path> files = Files.list(root.resolve("usr/lib/tact/lib"))) {
            return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
        }
    }

    private static Path onlyFile(String ending) throws IOException {
        try (Stream<Path> files = Files.list(packages)) {
            List<Path> found = files.filter(file -> file.toString().endsWith(ending)).toList();
            assertThat(found).hasSize(1);
            return found.get(0);
        }
    }

    /** Runs a program to its end, which has to be a good one. @return what it wrote to standard output */
    private static String run(Map<String, String> variables, Object... command) throws IOException {
        Path out = Files.createTempFile(folder, "out", "");
        Path err = Files.createTempFile(folder, "err", "");
        ProcessBuilder builder = new ProcessBuilder(Stream.of(command).map(Object::toString).toList());
        builder.environment().putAll(variables);
        Process process = builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
        try {
            assertThat(Processes.ended(process, LIMIT)).as("end of " + command[0]).isTrue();
        } finally {
            process.destroyForcibly();
        }
        assertThat(process.exitValue()).as(command[0] + ": " + Files.readString(out) + Files.readString(err)).isZero();
        return Files.readString(out);
    }
}
