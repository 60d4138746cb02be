package tact;

import java.io.IOException;
import java.nio.file.Path;
import java.util.logging.FileHandler;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import tact.store.OwnerOnly;

/** The host's log: faults only, in a file of bounded size that only its owner can read. */
final class Log {

    private static final int MAX_BYTES = 1 << 20;

    private final Path file;
    private Logger logger;

    /** @param file created with the first fault: a host without faults does not even load the logging classes */
    Log(Path file) {
        this.file = file;
    }

    /** Notes a fault. Where the file cannot be written it goes to standard error, which Thunderbird shows in its Error Console. */
    void fault(String message, Throwable cause) {
        logger().log(Level.WARNING, message, cause);
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
