package tact.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tact.mail.Address;
import tact.mail.Mail;
import tact.mail.MessageId;
import tact.mail.Sketch;

/**
 * The mails at some paths up to a moment, each once, however many copies there are. Broken programs give one Message-ID to
 * different mails: the first keeps it, the others get ids of their own, so that none hides another.
 *
 * @param reused     the ids that were made up, with what the mails call themselves
 * @param isComplete whether everything could be read
 */
record History(List<Mail> mails, Map<MessageId, MessageId> reused, boolean isComplete) {

    /** Leaves room for what makes an id of one's own. */
    private static final int MAX_ID = 900;

    /** A mail as it was sent, by which copies from several folders or through a list are one. */
    private record Sent(MessageId id, Instant date, List<Address> to) {}

    /** A mail by what it says: sent again, or saved again. */
    private record Said(MessageId id, String from, Sketch sketch) {}

    /** Takes mails one by one. */
    private static final class Collected {

        private final List<Mail> mails = new ArrayList<>();
        private final Map<MessageId, MessageId> reused = new HashMap<>();
        private final Set<Record> known = new HashSet<>();
        private final Map<MessageId, Integer> uses = new HashMap<>();

        private void add(Mail mail) {
            boolean isSent = !known.add(new Sent(mail.id(), mail.date(), mail.to()));
            boolean isSaid = !known.add(new Said(mail.id(), mail.from().identity(), mail.sketch()));
            if (isSent || isSaid) {
                return;
            }
            int use = uses.merge(mail.id(), 1, Integer::sum);
            mails.add(use == 1 ? mail : mail.withId(own(mail.id(), use)));
        }

        private MessageId own(MessageId id, int use) {
            String value = id.value().substring(0, Math.min(id.value().length(), MAX_ID));
            MessageId own = new MessageId(value + "." + use + "@reused.invalid");
            reused.put(own, id);
            return own;
        }
    }

    /**
     * @param now later mail is not known yet
     * @param err takes the lines on what cannot be read
     */
    static History read(List<Path> paths, Instant now, PrintWriter err) {
        Collected collected = new Collected();
        MailFiles files = new MailFiles(now, err, (name, read) -> {
            if (!read.mail().date().isAfter(now)) {
                collected.add(read.kept());
            }
        });
        boolean complete = files.read(paths);
        return new History(collected.mails, collected.reused, complete);
    }

    /** What a mail calls itself. */
    MessageId nameOf(Mail mail) {
        return reused.getOrDefault(mail.id(), mail.id());
    }
}
