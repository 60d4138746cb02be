package tact.packager;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.Deflater;

/**
 * The Debian package: the self-contained image at {@link #FOLDER}, Tact's two commands, and what makes it a part of
 * the Thunderbird of every user, the native manifest and the add-on. The start-up archive is not in it, but made where
 * it is installed, as Debian's own OpenJDK does it: so it always fits, and the package has the same bytes every time.
 */
final class DebianPackage {

    /** Where the image is installed. */
    static final String FOLDER = "/usr/lib/tact";

    private static final String DOCUMENTS = "usr/share/doc/tact";
    private static final String MAINTAINER = "The authors of Tact <tact@tact.invalid>";
    /** What a Java without a display loads; the others need libraries that nobody should have to install for Tact. */
    private static final List<String> LOADED = List.of(
            "runtime/bin/java", "runtime/lib/server/libjvm.so", "runtime/lib/libjava.so", "runtime/lib/libjli.so",
            "runtime/lib/libjimage.so", "runtime/lib/libverify.so", "runtime/lib/libzip.so", "runtime/lib/libnio.so",
            "runtime/lib/libnet.so", "runtime/lib/jspawnhelper", "native/libsqlitejdbc.so");

    private final Path image;
    private final String version;
    private final Instant moment;
    private final boolean quick;

    /**
     * @param image the self-contained one
     * @param moment of all its files
     * @param quick whether to pack in less time into a larger file
     */
    DebianPackage(Path image, String version, Instant moment, boolean quick) {
        this.image = image;
        this.version = version;
        this.moment = moment;
        this.quick = quick;
    }

    /**
     * Builds it.
     *
     * @param tree an empty folder for what is packed
     * @param systemFiles what else it installs: absolute path to content
     * @param folder where the package is written
     * @return the package
     */
    Path build(Path tree, Map<Path, byte[]> systemFiles, Path folder) throws IOException {
        layOut(tree, systemFiles);
        String architecture = Tool.run(tree, Map.of(), List.of("dpkg", "--print-architecture")).strip();
        control(tree, architecture);
        Tree.unify(tree, moment);
        Path file = folder.resolve("tact_" + version + "_" + architecture + ".deb");
        // Two threads, because xz packs otherwise with one than with several.
        Tool.run(tree, Map.of("SOURCE_DATE_EPOCH", Long.toString(moment.getEpochSecond())), List.of(
                "dpkg-deb", "--root-owner-group", "--threads-max=2", "-Zxz", quick ? "-z0" : "-z6",
                "--build", tree.toString(), file.toString()));
        return file;
    }

    private void layOut(Path tree, Map<Path, byte[]> systemFiles) throws IOException {
        List<String> documents = List.of("LICENSE", "CHANGELOG.md", Sbom.NAME, Licences.FOLDER);
        Path program = Files.createDirectories(tree.resolve(FOLDER.substring(1)));
        Tree.copy(image, program,
                path -> !documents.contains(path.toString())
                        && !Packager.isStartUpArchive(path)
                        && !isForWindows(path));
        Path doc = Files.createDirectories(tree.resolve(DOCUMENTS));
        Tree.copy(image, doc, path -> documents.contains(path.getName(0).toString())
                && !List.of("LICENSE", "CHANGELOG.md").contains(path.toString()));
        Files.writeString(doc.resolve("copyright"), copyright());
        try (OutputStream out = TarFile.gzip(doc.resolve("changelog.gz"), Deflater.BEST_COMPRESSION)) {
            out.write(changelog().getBytes(StandardCharsets.UTF_8));
        }
        Path commands = Files.createDirectories(tree.resolve("usr/bin"));
        for (String command : List.of("tact", "tact-install")) {
            Files.createSymbolicLink(commands.resolve(command), Path.of("../lib/tact/bin", command));
        }
        for (Map.Entry<Path, byte[]> file : systemFiles.entrySet()) {
            Path target = tree.resolve(file.getKey().toString().substring(1));
            Files.createDirectories(target.getParent());
            Files.write(target, file.getValue());
        }
        Path overrides = Files.createDirectories(tree.resolve("usr/share/lintian/overrides"));
        Files.writeString(overrides.resolve("tact"), resource("lintian-overrides"));
    }

    private void control(Path tree, String architecture) throws IOException {
        long bytes = 0;
        StringBuilder sums = new StringBuilder();
        for (Path path : Tree.below(tree)) {
            if (Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
                bytes += Files.size(path);
                sums.append(Checksum.md5(path)).append("  ").append(tree.relativize(path)).append('\n');
            }
        }
        String depends = libraries(tree);
        Path control = Files.createDirectories(tree.resolve("DEBIAN"));
        Files.writeString(control.resolve("md5sums"), sums);
        Files.writeString(control.resolve("control"), """
                Package: tact
                Version: %s
                Architecture: %s
                Maintainer: %s
                Installed-Size: %d
                Depends: %s
                Recommends: thunderbird (>= 1:140)
                Section: mail
                Priority: optional
                Description: IDE for follow-ups inside Thunderbird
                 While you write a mail, Tact knows how often you have already tried to reach
                 this person, how long ago, and what they last said. It says so on the draft,
                 offers fixes, and holds you before a fourth unanswered mail.
                 .
                 Everything stays on this computer. Java is brought along.
                """.formatted(version, architecture, MAINTAINER, bytes / 1024, depends));
        for (String script : List.of("postinst", "prerm")) {
            Path file = control.resolve(script);
            Files.writeString(file, resource(script));
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    /** The packages of the system's libraries that are needed, with the versions, as dpkg-shlibdeps finds them. */
    private static String libraries(Path tree) throws IOException {
        Path work = Files.createTempDirectory("tact-shlibdeps");
        try {
            Path debian = Files.createDirectories(work.resolve("debian"));
            Files.writeString(debian.resolve("control"), "Source: tact\n\nPackage: tact\nArchitecture: any\n");
            Path lib = tree.resolve(FOLDER.substring(1)).resolve("lib");
            List<String> command = new ArrayList<>(List.of(
                    "dpkg-shlibdeps", "-O", "--ignore-missing-info", "-l" + lib.resolve("runtime/lib"),
                    "-l" + lib.resolve("runtime/lib/server")));
            LOADED.stream().map(lib::resolve).filter(Files::exists).forEach(file -> command.add(file.toString()));
            return Tool.run(work, Map.of(), command).strip().replaceFirst("^shlibs:Depends=", "");
        } finally {
            Tree.delete(work);
        }
    }

    private String copyright() throws IOException {
        return """
                Tact: an IDE for follow-ups inside Thunderbird
                Copyright: the authors of Tact

                Tact is under the Mozilla Public License 2.0; its text is in /usr/share/common-licenses/MPL-2.0.

                The Apache License 2.0 named below is in /usr/share/common-licenses/Apache-2.0, the GNU General Public
                License 2 in /usr/share/common-licenses/GPL-2; the texts named after "text:" are in
                /usr/share/doc/tact/licences, those of Java in /usr/lib/tact/lib/runtime/legal.

                """ + Files.readString(image.resolve(Licences.FOLDER).resolve("LIST.txt"));
    }

    /** This version's part of the changes, as Debian writes it. */
    private String changelog() throws IOException {
        String[] parts = Files.readString(image.resolve("CHANGELOG.md")).split("(?m)^## ");
        String changes = List.of(parts).stream()
                .filter(part -> part.startsWith(version + "\n"))
                .flatMap(part -> part.substring(version.length()).lines())
                .filter(line -> line.startsWith("- ") || line.startsWith("  "))
                .map(line -> line.startsWith("- ") ? "  * " + line.substring(2) : "    " + line.strip())
                .collect(Collectors.joining("\n"));
        String date = DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss Z", Locale.ENGLISH)
                .format(moment.atOffset(ZoneOffset.UTC));
        return "tact (" + version + ") unstable; urgency=medium\n\n" + changes
                + "\n\n -- " + MAINTAINER + "  " + date + "\n";
    }

    private static String resource(String name) throws IOException {
        try (var in = DebianPackage.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static boolean isForWindows(Path path) {
        return path.toString().endsWith(".cmd");
    }
}
