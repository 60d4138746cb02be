package tact.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import tact.mail.Mail;
import tact.mail.MailReader;
import tact.mail.UnreadableMailException;

/** The mails at some paths up to a moment; what cannot be read is told in one line each and left out. */
final class History {

    private final List<Mail> mails = new ArrayList<>();
    private boolean complete = true;

    private History() {}

    /**
     * @param now  later mail is not known yet
     * @param err  takes the lines on what cannot be read
     */
    static History read(List<Path> paths, Instant now, PrintWriter err) {
        History history = new History();
        MailFiles files = new MailFiles(history.new Collector(now, err));
        paths.forEach(files::visit);
        return history;
    }

    List<Mail> mails() {
        return mails;
    }

    /** Whether everything could be read. */
    boolean isComplete() {
        return complete;
    }

    private final class Collector implements MailFiles.Visitor {

        private final Instant now;
        private final PrintWriter err;

        private Collector(Instant now, PrintWriter err) {
            this.now = now;
            this.err = err;
        }

        @Override
        public void mail(String name, byte[] raw) {
            try {
                Mail mail = MailReader.read(raw, now).mail();
                if (!mail.date().isAfter(now)) {
                    mails.add(mail);
                }
            } catch (UnreadableMailException e) {
                complain(name, e.getMessage());
            }
        }

        @Override
        public void unreadable(Path path, IOException cause) {
            complain(path.toString(), cause.getClass().getSimpleName() + ": " + cause.getMessage());
        }

        private void complain(String name, String reason) {
            complete = false;
            err.println("tact: " + name + " cannot be read: " + reason);
        }
    }
}
