package tact.cli;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tact.mail.MailReader;

/** Mail in files: a single mail, an mbox (RFC 4155), a Maildir, or a folder of these, read one mail at a time. */
final class MailFiles {

    /** Thunderbird's files beside an mbox. */
    private static final Set<String> NO_MAIL = Set.of(".msf", ".dat", ".html", ".json", ".sqlite");

    /** Beside a Maildir's cur and new: deliveries that are unfinished, and servers' notes. */
    private static final Pattern NO_MAIL_IN_MAILDIR =
            Pattern.compile("tmp|maildirfolder|maildirsize|subscriptions|dovecot.*|courierimap.*");

    /** Takes what is found. */
    interface Visitor {

        /**
         * One mail.
         *
         * @param name where it stands, for messages to the user
         * @param raw  its first {@link MailReader#MAX_RAW} bytes
         */
        void mail(String name, byte[] raw);

        /** A file or folder that cannot be read. */
        void unreadable(Path path, IOException cause);
    }

    private final Visitor visitor;

    MailFiles(Visitor visitor) {
        this.visitor = Objects.requireNonNull(visitor);
    }

    /** Visits all mail at a path, files of a folder in the order of their names. */
    void visit(Path path) {
        try {
            if (Files.isDirectory(path)) {
                visitFolder(path);
            } else {
                visitFile(path);
            }
        } catch (IOException e) {
            visitor.unreadable(path, e);
        }
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
                    visitor.mail(file + ", mail " + number, raw);
                }
            } else {
                visitor.mail(file.toString(), in.readNBytes(MailReader.MAX_RAW));
            }
        }
    }
}
