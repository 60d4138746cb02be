package tact.e2e;

import com.icegreen.greenmail.imap.AuthorizationException;
import com.icegreen.greenmail.imap.ImapHostManager;
import com.icegreen.greenmail.imap.ProtocolException;
import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Folder;
import jakarta.mail.Flags;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * A mail provider on this computer: GreenMail's SMTP and IMAP on free loopback ports. Mailboxes come into being with
 * the first mail or login; the password is the address.
 */
final class MailServer implements AutoCloseable {

    private static final String HOST = "127.0.0.1";

    private final GreenMail green;

    private MailServer(GreenMail green) {
        this.green = green;
    }

    /** Starts the server with a mailbox for {@code me}, folders Sent, Drafts and Trash included. */
    static MailServer start(String me) {
        Thread.setDefaultUncaughtExceptionHandler(MailServer::uncaught);
        // Port 0: the system chooses a free one.
        GreenMail green = new GreenMail(new ServerSetup[] {
            new ServerSetup(0, HOST, ServerSetup.PROTOCOL_SMTP), new ServerSetup(0, HOST, ServerSetup.PROTOCOL_IMAP)
        });
        green.start();
        green.setUser(me, me, me);
        MailServer server = new MailServer(green);
        server.withStore(me, store -> {
            for (String name : List.of("Sent", "Drafts", "Trash", "Templates")) {
                Folder folder = store.getFolder(name);
                folder.create(Folder.HOLDS_MESSAGES);
                folder.setSubscribed(true);
            }
            return null;
        });
        return server;
    }

    int smtpPort() {
        return green.getSmtp().getPort();
    }

    int imapPort() {
        return green.getImap().getPort();
    }

    /** Puts mails into a folder by IMAP APPEND, marked as read. */
    void append(String user, String folder, List<String> mails) {
        withStore(user, store -> {
            Message[] messages = new Message[mails.size()];
            for (int i = 0; i < messages.length; i++) {
                messages[i] = parse(mails.get(i));
                messages[i].setFlag(Flags.Flag.SEEN, true);
            }
            store.getFolder(folder).appendMessages(messages);
            return null;
        });
    }

    /** Puts many mails into a folder, made where there is none, as if they had been there for long. */
    void stock(String user, String folder, List<String> mails) {
        ImapHostManager host = green.getManagers().getImapHostManager();
        GreenMailUser owner = green.getUserManager().getUserByEmail(user);
        try {
            MailFolder target = host.getFolder(owner, folder);
            if (target == null) {
                target = host.createMailbox(owner, folder);
                host.subscribe(owner, folder);
            }
            for (String mail : mails) {
                MimeMessage message = parse(mail);
                target.appendMessage(message, new Flags(Flags.Flag.SEEN), message.getSentDate());
            }
        } catch (AuthorizationException | FolderException | MessagingException e) {
            throw new IllegalStateException(folder + " of " + user, e);
        }
    }

    /** Delivers a mail by SMTP, as another provider would. */
    void deliver(String from, String to, String mail) {
        Properties properties = new Properties();
        properties.put("mail.smtp.host", HOST);
        properties.put("mail.smtp.port", Integer.toString(smtpPort()));
        properties.put("mail.smtp.from", from);
        timeLimits(properties, "smtp");
        try {
            MimeMessage message = new Raw(Session.getInstance(properties), mail);
            Transport.send(message, InternetAddress.parse(to));
        } catch (MessagingException e) {
            throw new IllegalStateException("Delivery to " + to, e);
        }
    }

    /** The mails of a folder as BODY[] gives them, one character a byte, oldest first. */
    List<String> mails(String user, String folder) {
        return withStore(user, store -> {
            List<String> raws = new ArrayList<>();
            Folder open = store.getFolder(folder);
            if (!open.exists()) {
                return raws;
            }
            open.open(Folder.READ_ONLY);
            try {
                for (Message message : open.getMessages()) {
                    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                    message.writeTo(bytes);
                    raws.add(bytes.toString(StandardCharsets.ISO_8859_1));
                }
            } finally {
                open.close(false);
            }
            return raws;
        });
    }

    /** The mails of {@link #mails} that contain {@code text}, for example the words of a subject. */
    List<String> mails(String user, String folder, String text) {
        return mails(user, folder).stream().filter(raw -> raw.contains(text)).toList();
    }

    /** The keywords that the server keeps for the mail with this Message-ID, in alphabetical order. */
    List<String> keywords(String user, String folder, String id) {
        return withStore(user, store -> {
            Folder open = store.getFolder(folder);
            open.open(Folder.READ_ONLY);
            try {
                for (Message message : open.getMessages()) {
                    if (id.equals(((MimeMessage) message).getMessageID())) {
                        return Stream.of(message.getFlags().getUserFlags()).sorted().toList();
                    }
                }
                throw new IllegalStateException(id + " is not in " + folder);
            } finally {
                open.close(false);
            }
        });
    }

    @Override
    public void close() {
        green.stop();
    }

    private interface Use<T> {
        T of(Store store) throws MessagingException, IOException;
    }

    private <T> T withStore(String user, Use<T> use) {
        if (green.getUserManager().getUserByEmail(user) == null) {
            green.setUser(user, user, user);
        }
        Properties properties = new Properties();
        timeLimits(properties, "imap");
        try (Store store = Session.getInstance(properties).getStore("imap")) {
            store.connect(HOST, imapPort(), user, user);
            return use.of(store);
        } catch (MessagingException e) {
            throw new IllegalStateException("IMAP as " + user, e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void timeLimits(Properties properties, String protocol) {
        properties.put("mail." + protocol + ".timeout", "10000");
        properties.put("mail." + protocol + ".connectiontimeout", "10000");
        properties.put("mail." + protocol + ".writetimeout", "10000");
    }

    /** A client that hangs up without LOGOUT, as Thunderbird does when it quits, is no news; GreenMail thinks it is. */
    private static void uncaught(Thread thread, Throwable problem) {
        if (!(problem.getCause() instanceof ProtocolException)) {
            System.err.print("In thread " + thread.getName() + ": ");
            problem.printStackTrace();
        }
    }

    private static MimeMessage parse(String mail) throws MessagingException {
        return new Raw(Session.getInstance(new Properties()), mail);
    }

    /** A mail that is passed on as it is: sending does not rewrite its headers. */
    private static final class Raw extends MimeMessage {

        Raw(Session session, String mail) throws MessagingException {
            super(session, new ByteArrayInputStream(mail.getBytes(StandardCharsets.ISO_8859_1)));
        }

        @Override
        public void saveChanges() {
            saved = true;
        }
    }
}
