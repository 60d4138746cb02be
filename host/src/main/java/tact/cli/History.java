package tact.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import tact.mail.Mail;

/**
 * The mails at some paths up to a moment.
 *
 * @param isComplete whether everything could be read
 */
record History(List<Mail> mails, boolean isComplete) {

    /**
     * @param now later mail is not known yet
     * @param err takes the lines on what cannot be read
     */
    static History read(List<Path> paths, Instant now, PrintWriter err) {
        List<Mail> mails = new ArrayList<>();
        MailFiles files = new MailFiles(now, err, (name, read) -> {
            if (!read.mail().date().isAfter(now)) {
                mails.add(read.kept());
            }
        });
        boolean complete = files.read(paths);
        return new History(mails, complete);
    }
}
