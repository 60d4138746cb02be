package tact.installer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * A Java that the launcher may choose.
 *
 * @param version its feature version, for example 17
 * @param program the java program
 */
record JavaRuntime(int version, Path program) {

    private static final int LEAST = 17;

    /**
     * Those the launcher looks at, in its order, one of each feature version: the image's own alone, where it has one. One
     * without a {@code release} file is left out.
     *
     * @param systemFolder in which the system keeps its Javas
     */
    static Collection<JavaRuntime> candidates(Environment environment, Path systemFolder) throws IOException {
        Map<String, String> variables = environment.variables();
        List<Path> programs = new ArrayList<>();
        addProgram(programs, variables.get("TACT_JAVA"), "");
        Path own = environment.image().resolve("lib/runtime/bin/java");
        if (Files.isExecutable(own)) {
            programs.add(own);
        } else {
            addInstalled(programs, variables, systemFolder);
        }
        Map<Integer, JavaRuntime> byVersion = new LinkedHashMap<>();
        for (Path program : programs) {
            if (Files.isExecutable(program)) {
                int version = version(program.toRealPath());
                if (version >= LEAST) {
                    byVersion.putIfAbsent(version, new JavaRuntime(version, program));
                }
            }
        }
        return byVersion.values();
    }

    /** The file name of its start-up archive in the image's {@code lib}, as the launcher looks for it. */
    String archiveName() {
        return "start-" + version + (version >= 25 ? ".aot" : ".jsa");
    }

    private static void addInstalled(List<Path> programs, Map<String, String> variables, Path systemFolder)
            throws IOException {
        addProgram(programs, variables.get("JAVA_HOME"), "bin/java");
        for (String folder : variables.getOrDefault("PATH", "").split(":")) {
            addProgram(programs, folder, "java");
        }
        if (Files.isDirectory(systemFolder)) {
            try (Stream<Path> homes = Files.list(systemFolder)) {
                homes.sorted().forEach(home -> programs.add(home.resolve("bin/java")));
            }
        }
    }

    private static void addProgram(List<Path> programs, String folder, String name) {
        if (folder != null && !folder.isEmpty()) {
            programs.add(Path.of(folder).resolve(name));
        }
    }

    private static int version(Path program) throws IOException {
        Path release = program.resolveSibling("../release").normalize();
        if (!Files.exists(release)) {
            return 0;
        }
        Properties properties = new Properties();
        try (var in = Files.newInputStream(release)) {
            properties.load(in);
        }
        String version = properties.getProperty("JAVA_VERSION", "0").replace("\"", "");
        return Integer.parseInt(version.split("[.+-]")[0]);
    }
}
