package tact;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.logging.FileHandler;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import tact.store.OwnerOnly;
import tact.tracker.LedgerException;

/** The host's log: faults only, in a file of bounded size that only its owner can read. */
public final class Log {

    private static final int MAX_BYTES = 1 << 20;

    private final Path file;
    private Logger logger;

    /** @param file created with the first fault: a host without faults does not even load the logging classes */
    public Log(Path file) {
        this.file = file;
    }

    /** Notes a fault. Where the file cannot be written it goes to standard error, which Thunderbird shows in its Error Console. */
    void fault(String message, Throwable cause) {
        logger().log(Level.WARNING, message, cause);
    }

    /**
     * Empties the log, also the one that another process has open: both go on with the next fault.
     *
     * @throws LedgerException if it cannot be written
     */
    public void empty() {
        if (logger != null) {
            for (Handler handler : logger.getHandlers()) {
                handler.close();
            }
            logger = null;
        }
        Path folder = file.toAbsolutePath().getParent();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, file.getFileName() + "*")) {
            for (Path one : files) {
                Files.newOutputStream(one, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING).close();
            }
        } catch (NoSuchFileException e) {
            // Neither log nor folder: nothing has gone wrong so far.
            return;
        } catch (IOException | DirectoryIteratorException e) {
            throw new LedgerException("The log " + file + " cannot be emptied: " + e.getMessage(), e);
        }
    }

    private Logger logger() {
        if (logger == null) {
            logger = Logger.getAnonymousLogger();
            try {
                OwnerOnly.createFolder(file.getParent());
                OwnerOnly.createFile(file);
                FileHandler handler = new FileHandler(file.toString(), MAX_BYTES, 1, true);
                handler.setFormatter(new SimpleFormatter());
                logger.setUseParentHandlers(false);
                logger.addHandler(handler);
            } catch (IOException | RuntimeException e) {
                logger.log(Level.WARNING, "The log " + file + " cannot be written.", e);
            }
        }
        return logger;
    }
}
