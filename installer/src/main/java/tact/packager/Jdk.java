package tact.packager;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A JDK that a runtime can be linked from.
 *
 * @param home its folder
 * @param release what its {@code release} file says: version, maker, source
 */
record Jdk(Path home, Map<String, String> release) {

    /**
     * What Tact asks for by a service, so that no class of it names the module, as jdeps would need: dates in languages
     * other than English, and mail in charsets such as ISO-2022-JP and Big5.
     */
    static final List<String> SERVICES = List.of("jdk.charsets", "jdk.localedata");

    /** In these an archive of the JDK's own classes has to be there before one of Tact's can be made. */
    private static final int LAST_WITH_BASE_ARCHIVE = 24;

    private static final String LANGUAGES = "en,de";

    /**
     * The newest of those from which jlink can link.
     *
     * @throws PackagingException when there is none
     */
    static Jdk newest(Collection<Path> homes) throws IOException {
        List<Jdk> newestFirst = new ArrayList<>();
        for (Path home : homes) {
            if (Files.isExecutable(home.resolve("bin/jlink")) && Files.isExecutable(home.resolve("bin/jdeps"))) {
                newestFirst.add(new Jdk(home, release(home)));
            }
        }
        newestFirst.sort(Comparator.comparing(Jdk::version).reversed());
        for (Jdk jdk : newestFirst) {
            if (jdk.links()) {
                return jdk;
            }
        }
        throw new PackagingException("package.noJdk", homes);
    }

    /** The feature version. */
    int version() {
        return Integer.parseInt(release.getOrDefault("JAVA_VERSION", "0").split("[.+-]")[0]);
    }

    /** The modules the jars need, as jdeps finds them, and {@link #SERVICES}. */
    SortedSet<String> modules(List<Path> jars) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                tool("jdeps"), "--print-module-deps", "--ignore-missing-deps",
                "--multi-release", Integer.toString(version())));
        jars.forEach(jar -> command.add(jar.toString()));
        SortedSet<String> modules = new TreeSet<>(List.of(Tool.run(home, Map.of(), command).strip().split(",")));
        modules.addAll(SERVICES);
        return modules;
    }

    /** Links a runtime of these modules into a new folder. Uncompressed: so the packages become smaller. */
    void link(Collection<String> modules, Path runtime) throws IOException {
        Tool.run(home, Map.of(), List.of(
                tool("jlink"), "--add-modules", String.join(",", modules), "--include-locales", LANGUAGES,
                "--strip-java-debug-attributes", "--strip-native-debug-symbols", "exclude-debuginfo-files",
                "--no-header-files", "--no-man-pages", "--output", runtime.toString()));
        if (version() <= LAST_WITH_BASE_ARCHIVE) {
            Tool.run(runtime, Map.of(), List.of(runtime.resolve("bin/java").toString(), "-Xshare:dump"));
        }
    }

    /** By the modules' files, or, in some builds from 24 on, from what it runs on itself (JEP 493). */
    private boolean links() throws IOException {
        return Files.isDirectory(home.resolve("jmods"))
                || Tool.run(home, Map.of(), List.of(tool("jlink"), "--help")).contains("run-time image enabled");
    }

    private String tool(String name) {
        return home.resolve("bin").resolve(name).toString();
    }

    private static Map<String, String> release(Path home) throws IOException {
        Properties properties = new Properties();
        if (Files.exists(home.resolve("release"))) {
            try (var in = Files.newInputStream(home.resolve("release"))) {
                properties.load(in);
            }
        }
        Map<String, String> release = new TreeMap<>();
        properties.stringPropertyNames().forEach(
                name -> release.put(name, properties.getProperty(name).replace("\"", "")));
        return release;
    }
}
