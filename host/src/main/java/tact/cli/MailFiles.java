package tact.cli;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tact.mail.MailReader;
import tact.mail.ReadMail;
import tact.mail.UnreadableMailException;

/**
 * Mail in files: a single mail, an mbox (RFC 4155), a Maildir, or a folder of these, read one mail at a time. What cannot be
 * read gets one line, and the rest goes on.
 */
final class MailFiles {

    /** Thunderbird's files beside an mbox. */
    private static final Set<String> NO_MAIL = Set.of(".msf", ".dat", ".html", ".json", ".sqlite");

    /** Beside a Maildir's cur and new: deliveries that are unfinished, and servers' notes. */
    private static final Pattern NO_MAIL_IN_MAILDIR =
            Pattern.compile("tmp|maildirfolder|maildirsize|subscriptions|dovecot.*|courierimap.*");

    private final Instant fallback;
    private final PrintWriter err;
    private final BiConsumer<String, ReadMail> consumer;
    private boolean complete = true;

    /**
     * @param fallback date of a mail that names none
     * @param err      takes the lines on what cannot be read
     * @param consumer takes each mail with where it stands
     */
    MailFiles(Instant fallback, PrintWriter err, BiConsumer<String, ReadMail> consumer) {
        this.fallback = Objects.requireNonNull(fallback);
        this.err = Objects.requireNonNull(err);
        this.consumer = Objects.requireNonNull(consumer);
    }

    /** Reads all mail at some paths, files of a folder in the order of their names; false if something could not be read. */
    boolean read(Collection<Path> paths) {
        paths.forEach(this::visit);
        return complete;
    }

    private void visit(Path path) {
        try {
            if (Files.isDirectory(path)) {
                visitFolder(path);
            } else {
                visitFile(path);
            }
        } catch (IOException e) {
            complain(path.toString(), e.getClass().getSimpleName() + ": " + e.getMessage());
        }
    }

    private void take(String name, byte[] raw) {
        ReadMail mail;
        try {
            mail = MailReader.read(raw, fallback);
        } catch (UnreadableMailException e) {
            complain(name, e.getMessage());
            return;
        }
        consumer.accept(name, mail);
    }

    private void complain(String name, String reason) {
        complete = false;
        err.println("tact: " + name + " cannot be read: " + reason);
    }

    private void visitFolder(Path folder) throws IOException {
        List<Path> entries;
        try (Stream<Path> listing = Files.list(folder)) {
            entries = listing.filter(isMaildir(folder) ? MailFiles::isInMaildir : MailFiles::mayHoldMail).sorted().toList();
        }
        entries.forEach(this::visit);
    }

    private static boolean isMaildir(Path path) {
        return Files.isDirectory(path.resolve("cur"));
    }

    private static boolean isInMaildir(Path entry) {
        return mayHoldMail(entry) && !NO_MAIL_IN_MAILDIR.matcher(entry.getFileName().toString()).matches();
    }

    /** The folders of Maildir++, such as .Sent, begin with a dot; other such entries are no mail. */
    private static boolean mayHoldMail(Path entry) {
        String name = entry.getFileName().toString();
        return isMaildir(entry) || !name.startsWith(".") && NO_MAIL.stream().noneMatch(name::endsWith);
    }

    private void visitFile(Path file) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            in.mark(Mbox.SEPARATOR.length);
            boolean isMbox = Arrays.equals(in.readNBytes(Mbox.SEPARATOR.length), Mbox.SEPARATOR);
            in.reset();
            if (isMbox) {
                Mbox mbox = new Mbox(in);
                int number = 0;
                for (byte[] raw = mbox.next(); raw != null; raw = mbox.next()) {
                    number++;
                    take(file + ", mail " + number, raw);
                }
            } else {
                take(file.toString(), in.readNBytes(MailReader.MAX_RAW));
            }
        }
    }
}
