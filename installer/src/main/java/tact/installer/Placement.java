package tact.installer;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;

/**
 * A file that belongs to an installation.
 *
 * @param part the key of its name in {@code messages.properties}
 * @param file where it belongs
 * @param content what it says
 * @param root the folder above it that is not ours: it and what is above it is never removed
 */
record Placement(String part, Path file, byte[] content, Path root) {

    /** How a file stands to what it should be. */
    enum State {
        MISSING,
        DIFFERENT,
        CURRENT
    }

    State state() throws IOException {
        if (!Files.exists(file)) {
            return State.MISSING;
        }
        return Arrays.equals(Files.readAllBytes(file), content) ? State.CURRENT : State.DIFFERENT;
    }

    /**
     * Writes the file, at once as a whole: whoever reads it meanwhile sees the old or the new one.
     *
     * @return false when nothing was to be done
     */
    boolean write() throws IOException {
        if (state() == State.CURRENT) {
            return false;
        }
        Files.createDirectories(file.getParent());
        Path whole = Files.createTempFile(file.getParent(), ".tact", null);
        try {
            Files.write(whole, content);
            Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(whole);
        }
        return true;
    }

    /**
     * Deletes the file, and the folders up to the root that are empty then.
     *
     * @return false when nothing was there
     */
    boolean remove() throws IOException {
        boolean removed = Files.deleteIfExists(file);
        for (Path folder = file.getParent(); !folder.equals(root); folder = folder.getParent()) {
            try {
                Files.deleteIfExists(folder);
            } catch (DirectoryNotEmptyException e) {
                break;
            }
        }
        return removed;
    }
}
