package tact.mail;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.field.ContentTypeFieldLenientImpl;
import org.apache.james.mime4j.field.DateTimeFieldLenientImpl;
import org.apache.james.mime4j.stream.BodyDescriptor;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.apache.james.mime4j.stream.RawField;
import org.jsoup.Jsoup;

/** Reads one mail (RFC 5322, RFC 2045) from bytes that may be broken or hostile, in time and memory bounded by {@link #MAX_RAW}. */
public final class MailReader {

    /** Bytes of a mail that are looked at; the rest is not read. */
    public static final int MAX_RAW = 256 * 1024;

    /** Characters of text that are taken from it. */
    public static final int MAX_TEXT = 64 * 1024;

    private static final int MAX_REFERENCES = 200;
    private static final int MAX_DEPTH = 20;
    private static final Pattern LINE_FOLD = Pattern.compile("\\r?\\n[ \\t]*");
    private static final Pattern MESSAGE_ID_LINE = Pattern.compile("(?im)^message-id:\\s*([^\\r\\n]{1,998})");
    private static final MimeConfig CONFIG = MimeConfig.custom()
            .setMaxLineLen(-1)
            .setMaxHeaderLen(-1)
            .setMaxHeaderCount(-1)
            .setMaxContentLen(-1)
            .setMalformedHeaderStartsBody(false)
            .build();

    private final Map<String, List<String>> header = new HashMap<>();
    private final StringBuilder plain = new StringBuilder();
    private final StringBuilder html = new StringBuilder();
    private final StringBuilder deliveryStatus = new StringBuilder();
    private String reportType = "";
    private MessageId returnedMail;

    private MailReader() {}

    /**
     * Reads a mail.
     *
     * @param raw      its bytes; only the first {@link #MAX_RAW} are looked at
     * @param fallback its date when it names none that can be read
     * @throws UnreadableMailException if no header field is found
     */
    public static ReadMail read(byte[] raw, Instant fallback) throws UnreadableMailException {
        MailReader reader = new MailReader();
        reader.parse(raw);
        if (reader.header.isEmpty()) {
            throw new UnreadableMailException("There is no header field in it.");
        }
        return reader.result(fallback);
    }

    private void parse(byte[] raw) {
        MimeTokenStream tokens = new MimeTokenStream(CONFIG);
        tokens.parse(new ByteArrayInputStream(raw, 0, Math.min(raw.length, MAX_RAW)));
        int depth = 0;
        int messageDepth = 0;
        try {
            for (EntityState state = tokens.getState(); state != EntityState.T_END_OF_STREAM; state = tokens.next()) {
                switch (state) {
                    case T_START_MESSAGE -> messageDepth++;
                    case T_END_MESSAGE -> messageDepth--;
                    case T_START_MULTIPART -> {
                        depth++;
                        if (depth > MAX_DEPTH) {
                            return;
                        }
                        noteReport(tokens.getBodyDescriptor(), depth);
                    }
                    case T_END_MULTIPART -> depth--;
                    case T_FIELD -> noteField(tokens.getField(), messageDepth, depth);
                    case T_BODY -> noteBody(tokens, messageDepth);
                    default -> { }
                }
            }
        } catch (IOException | MimeException e) {
            // A mail cut short or broken inside: what came before it counts.
            return;
        }
    }

    private void noteReport(BodyDescriptor descriptor, int depth) {
        if (depth == 1 && descriptor.getMimeType().equals("multipart/report")) {
            String body = last("content-type");
            String type = ContentTypeFieldLenientImpl.PARSER
                    .parse(new RawField("Content-Type", body), DecodeMonitor.SILENT)
                    .getParameter("report-type");
            reportType = type == null ? "" : type.toLowerCase(Locale.ROOT);
        }
    }

    private void noteField(Field field, int messageDepth, int depth) {
        if (messageDepth == 1 && depth == 0) {
            header.computeIfAbsent(field.getName().toLowerCase(Locale.ROOT), name -> new ArrayList<>()).add(body(field));
        } else if (messageDepth == 2 && returnedMail == null && field.getName().equalsIgnoreCase("Message-ID")) {
            returnedMail = MessageId.of(body(field));
        }
    }

    /** Unfolded; read from the raw bytes, since mime4j takes the body of a field for US-ASCII. */
    private static String body(Field field) {
        byte[] raw = field.getRaw() == null ? field.getBody().getBytes(StandardCharsets.UTF_8) : field.getRaw().toByteArray();
        int colon = 0;
        while (field.getRaw() != null && colon < raw.length && raw[colon] != ':') {
            colon++;
        }
        int start = field.getRaw() == null ? 0 : Math.min(colon + 1, raw.length);
        String text = Charsets.utf8OrWindows1252(Arrays.copyOfRange(raw, start, raw.length));
        return LINE_FOLD.matcher(text).replaceAll(" ").strip();
    }

    private void noteBody(MimeTokenStream tokens, int messageDepth) throws IOException {
        BodyDescriptor descriptor = tokens.getBodyDescriptor();
        String type = descriptor.getMimeType();
        if (type.endsWith("/delivery-status") || type.equals("message/global-delivery-status")) {
            take(tokens.getDecodedInputStream(), "us-ascii", deliveryStatus);
        } else if (type.equals("text/rfc822-headers") && returnedMail == null) {
            StringBuilder fields = new StringBuilder();
            take(tokens.getDecodedInputStream(), "us-ascii", fields);
            returnedMail = MESSAGE_ID_LINE.matcher(fields).results().findFirst().map(line -> MessageId.of(line.group(1))).orElse(null);
        } else if (messageDepth == 1 && type.equals("text/plain")) {
            take(tokens.getDecodedInputStream(), descriptor.getCharset(), plain);
        } else if (messageDepth == 1 && type.equals("text/html")) {
            take(tokens.getDecodedInputStream(), descriptor.getCharset(), html);
        }
    }

    private static void take(InputStream in, String charset, StringBuilder text) throws IOException {
        text.append(Charsets.decode(in.readNBytes(MAX_RAW), charset)).append('\n');
    }

    private ReadMail result(Instant fallback) {
        String text = bounded(plain.toString().isBlank() && !html.isEmpty() ? Jsoup.parse(html.toString()).wholeText() : plain.toString());
        Address sender = Address.parse(last("from"));
        Address from = sender == null ? new Address("", "") : sender;
        String subject = EncodedWords.decode(last("subject")).replaceAll("\\s+", " ").strip();
        Instant date = date(fallback);
        List<MessageId> ids = MessageId.all(last("message-id"));
        MessageId id = ids.isEmpty() ? madeUpId() : ids.get(0);
        AuthorKind authorKind = AuthorKinds.of(from, header, reportType, deliveryStatus.toString());
        boolean isBounce = authorKind == AuthorKind.BOUNCE;
        return new ReadMail(
                new Mail(id, date, from, addresses("to"), addresses("cc"), subject, references(id), authorKind, listPost(),
                        isBounce ? failedRecipients() : List.of(), isBounce ? returnedMail : null, Sketch.of(text)),
                text);
    }

    private static String bounded(String text) {
        return text.length() > MAX_TEXT ? text.substring(0, MAX_TEXT) : text;
    }

    /** The last one, where a field that may stand once stands twice: what a relay prepends comes before it. */
    private String last(String name) {
        List<String> bodies = header.getOrDefault(name, List.of());
        return bodies.isEmpty() ? "" : bodies.get(bodies.size() - 1);
    }

    private List<Address> addresses(String name) {
        return header.getOrDefault(name, List.of()).stream().flatMap(body -> Address.parseAll(body).stream()).toList();
    }

    private Instant date(Instant fallback) {
        Instant written = date(last("date"));
        if (written != null) {
            return written;
        }
        // The topmost Received is the latest: added by the user's own server.
        List<String> received = header.getOrDefault("received", List.of());
        Instant arrived = received.isEmpty() ? null : date(received.get(0).substring(received.get(0).lastIndexOf(';') + 1));
        return arrived == null ? fallback : arrived;
    }

    private static Instant date(String body) {
        if (body.isBlank()) {
            return null;
        }
        Date date = DateTimeFieldLenientImpl.PARSER.parse(new RawField("Date", body.strip()), DecodeMonitor.SILENT).getDate();
        return date == null ? null : date.toInstant();
    }

    /** References, then In-Reply-To; of very many the first and the newest are kept, as RFC 5322 lets them be trimmed. */
    private List<MessageId> references(MessageId self) {
        Set<MessageId> ids = new LinkedHashSet<>(MessageId.all(last("references")));
        for (MessageId parent : MessageId.all(last("in-reply-to"))) {
            ids.remove(parent);
            ids.add(parent);
        }
        ids.remove(self);
        List<MessageId> all = new ArrayList<>(ids);
        if (all.size() > MAX_REFERENCES) {
            all.subList(1, all.size() - MAX_REFERENCES + 1).clear();
        }
        return all;
    }

    private Address listPost() {
        String body = last("list-post");
        int mailto = body.toLowerCase(Locale.ROOT).indexOf("mailto:");
        return mailto < 0 ? null : Address.parse(body.substring(mailto + "mailto:".length()).split("[>?]", 2)[0]);
    }

    private List<Address> failedRecipients() {
        List<Address> reported = DeliveryStatus.failedRecipients(deliveryStatus.toString());
        return reported.isEmpty() ? addresses("x-failed-recipients") : reported;
    }

    /** For a mail without Message-ID: made from its header, so that the same mail gets the same one. */
    private MessageId madeUpId() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String name : List.of("date", "from", "to", "subject")) {
                digest.update((name + ":" + last(name) + "\n").getBytes(StandardCharsets.UTF_8));
            }
            return new MessageId(HexFormat.of().formatHex(digest.digest(), 0, 16) + "@missing.invalid");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }
}
