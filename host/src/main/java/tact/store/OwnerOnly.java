package tact.store;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import tact.tracker.LedgerException;

/** Files and folders that nobody but their owner can read: they tell whom the user writes to. */
public final class OwnerOnly {


    private OwnerOnly() {}

    /**
     * Creates a folder where there is none, with its parents.
     *
     * @throws LedgerException if that is not possible
     */
    public static void createFolder(Path folder) {
        try {
            Files.createDirectories(folder, permissions(folder, "rwx------"));
            restrict(folder, "rwx------");
        } catch (IOException e) {
            throw new LedgerException("The folder " + folder + " cannot be created: " + e.getMessage(), e);
        }
    }

    /**
     * Creates an empty file where there is none; one that is there is restricted to its owner.
     *
     * @throws LedgerException if that is not possible
     */
    public static void createFile(Path file) {
        try {
            Files.createFile(file, permissions(file, "rw-------"));
        } catch (FileAlreadyExistsException e) {
            restrictExisting(file);
        } catch (IOException e) {
            throw new LedgerException("The file " + file + " cannot be created: " + e.getMessage(), e);
        }
    }

    private static void restrictExisting(Path file) {
        try {
            restrict(file, "rw-------");
        } catch (IOException e) {
            throw new LedgerException("The file " + file + " cannot be restricted to its owner: " + e.getMessage(), e);
        }
    }

    private static void restrict(Path path, String permissions) throws IOException {
        if (isPosix(path)) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
        }
    }

    private static FileAttribute<?>[] permissions(Path path, String permissions) {
        return isPosix(path)
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))}
                : new FileAttribute<?>[0];
    }

    /** Elsewhere, as on Windows, the user's own data folder is closed to others already. */
    private static boolean isPosix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
