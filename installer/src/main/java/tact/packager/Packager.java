package tact.packager;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.stream.Stream;

/** Makes what a user installs, for the system and the processor it runs on. */
public final class Packager {

    private static final String LINUX = "linux";

    private final Path image;
    private final String system;
    private final Instant moment;
    private final boolean quick;

    /**
     * @param image the folder the build has assembled
     * @param system the key of the operating system in the table of locations
     * @param moment that all files bear, in whole seconds
     * @param quick whether to pack in less time into larger files
     */
    public Packager(Path image, String system, Instant moment, boolean quick) {
        this.image = image;
        this.system = system;
        this.moment = moment;
        this.quick = quick;
    }

    /** Where the Debian package has the program that Thunderbird starts. */
    public static Path debianLauncher() {
        return Path.of(DebianPackage.FOLDER, "bin/tact");
    }

    /**
     * Makes the packages.
     *
     * @param javas the homes of the Javas to choose the newest JDK from
     * @param systemFiles what a package of the system installs besides the image: absolute path to content
     * @param output the folder for the packages; those of an earlier run are overwritten
     * @return what was written
     * @throws PackagingException when a tool is missing or fails, or the image is not complete
     */
    public List<Path> make(Collection<Path> javas, Map<Path, byte[]> systemFiles, Path output) throws IOException {
        Sbom sbom = Sbom.of(image);
        Files.createDirectories(output);
        Path work = Files.createTempDirectory(output, ".work");
        try {
            String name = "tact-" + sbom.version();
            String platform = name + "-" + system + "-" + System.getProperty("os.arch");
            Path whole = selfContained(work.resolve(platform), Jdk.newest(javas), sbom);
            List<Path> made = new ArrayList<>();
            Path archive = output.resolve(platform + ".tar.gz");
            TarFile.pack(whole, archive, moment, quick);
            made.add(archive);
            if (system.equals(LINUX)) {
                Path tree = Files.createDirectory(work.resolve("debian"));
                made.add(new DebianPackage(whole, sbom.version(), moment, quick).build(tree, systemFiles, output));
            }
            made.add(Files.copy(image.resolve("extension/tact.xpi"), output.resolve(name + ".xpi"),
                    StandardCopyOption.REPLACE_EXISTING));
            made.add(Files.write(output.resolve(name + ".cdx.json"), sbom.bytes()));
            made.add(checksums(made, output));
            return made;
        } finally {
            Tree.delete(work);
        }
    }

    /** The jars of an image, by name. */
    static List<Path> jars(Path image) throws IOException {
        try (Stream<Path> files = Files.list(image.resolve("lib"))) {
            return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
        }
    }

    /** Whether a path in an image is a start-up archive, or says what one was made from. */
    static boolean isStartUpArchive(Path path) {
        return path.getFileName().toString().startsWith("start-");
    }

    /** The image with a Java of its own, the start-up archive for it, and the licences of everything. */
    private Path selfContained(Path whole, Jdk jdk, Sbom sbom) throws IOException {
        Tree.copy(image, whole, path -> !isStartUpArchive(path) && !path.equals(Path.of("lib/native")));
        SortedSet<String> modules = jdk.modules(jars(whole));
        jdk.link(modules, whole.resolve("lib/runtime"));
        sbom.addRuntime(jdk.release(), modules);
        sbom.addSqlite(sqliteVersion());
        Files.write(whole.resolve(Sbom.NAME), sbom.bytes());
        new Licences(whole, sbom).write();
        // An archive fits jars of one moment: first the moment, then the archive.
        Tree.unify(whole, moment);
        Tool.run(whole, Map.of(), List.of(whole.resolve("bin/tact-install").toString(), "train"));
        try (Stream<Path> files = Files.list(whole.resolve("lib"))) {
            if (files.noneMatch(Packager::isStartUpArchive)) {
                throw new PackagingException("package.untrained");
            }
        }
        Tree.unify(whole, moment);
        return whole;
    }

    private static String sqliteVersion() throws IOException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:");
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT sqlite_version()")) {
            row.next();
            return row.getString(1);
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }

    /** As {@code sha256sum --check} reads them. */
    private static Path checksums(List<Path> files, Path output) throws IOException {
        StringBuilder sums = new StringBuilder();
        for (Path file : files) {
            sums.append(Checksum.sha256(file)).append("  ").append(file.getFileName()).append('\n');
        }
        return Files.writeString(output.resolve("SHA256SUMS"), sums);
    }
}
