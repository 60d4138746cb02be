package tact.packager;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Whole folders; links are taken as links. */
final class Tree {

    private static final Set<PosixFilePermission> PLAIN = PosixFilePermissions.fromString("rw-r--r--");
    private static final Set<PosixFilePermission> EXECUTABLE = PosixFilePermissions.fromString("rwxr-xr-x");

    private Tree() {}

    /** Everything below a folder, by name, a folder before what is in it. */
    static List<Path> below(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.filter(path -> !path.equals(folder)).sorted(Comparator.comparing(Path::toString)).toList();
        }
    }

    /**
     * Copies a folder.
     *
     * @param taken says of a path relative to {@code from} whether it comes along; of a folder, with all that is in it
     */
    static void copy(Path from, Path to, Predicate<Path> taken) throws IOException {
        for (Path path : below(from)) {
            Path name = from.relativize(path);
            if (Stream.iterate(name, above -> above != null, Path::getParent).allMatch(taken)) {
                Path copy = to.resolve(name);
                Files.createDirectories(copy.getParent());
                Files.copy(path, copy, LinkOption.NOFOLLOW_LINKS);
            }
        }
    }

    /**
     * Makes a folder look the same whoever built it: readable by all, writable by its owner, executable what was, and
     * everything of one moment.
     */
    static void unify(Path folder, Instant moment) throws IOException {
        for (Path path : below(folder)) {
            if (Files.isSymbolicLink(path)) {
                continue;
            }
            boolean executable = Files.isDirectory(path)
                    || Files.getPosixFilePermissions(path).contains(PosixFilePermission.OWNER_EXECUTE);
            Files.setPosixFilePermissions(path, executable ? EXECUTABLE : PLAIN);
        }
        Files.setPosixFilePermissions(folder, EXECUTABLE);
        List<Path> paths = below(folder);
        for (Path path : paths) {
            if (!Files.isSymbolicLink(path)) {
                Files.setLastModifiedTime(path, FileTime.from(moment));
            }
        }
        Files.setLastModifiedTime(folder, FileTime.from(moment));
    }

    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        List<Path> deepestFirst;
        try (Stream<Path> paths = Files.walk(folder)) {
            deepestFirst = paths.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : deepestFirst) {
            Files.delete(path);
        }
    }
}
