package tact.mail;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

/** Reads one mail (RFC 5322, RFC 2045) from bytes that may be broken or hostile, in time and memory bounded by {@link #MAX_RAW}. */
public final class MailReader {

    /** Bytes of a mail that are looked at; the rest is not read. */
    public static final int MAX_RAW = 256 * 1024;

    /** Characters of text that are taken from it. */
    public static final int MAX_TEXT = 64 * 1024;

    private static final int MAX_REFERENCES = 200;
    private static final int MAX_DEPTH = 20;
    private static final Pattern LINE_FOLD = Pattern.compile("[\\r\\n]+[ \\t]*");
    private static final Pattern LINE_FOLD_ONLY = Pattern.compile("\\r?\\n[ \\t]+");
    private static final Pattern RETURNED_FIELD = Pattern.compile("(?im)^(message-id|to):[ \\t]*([^\\r\\n]{1,998})");
    private static final Pattern PILED_MARKS = Pattern.compile("(\\p{M}{4})\\p{M}++");
    private static final Pattern ZONE = Pattern.compile("([+-])(\\d{2})(\\d{2})\\b");
    private static final Set<String> KEPT_OF_RETURNED = Set.of("message-id", "to");
    private static final Pattern ICS_NAME = Pattern.compile("(?i)name\\*?=[^;]{0,200}\\.(?:ics|vcs)\\b");
    private static final MimeConfig CONFIG = MimeConfig.custom()
            .setMaxLineLen(-1)
            .setMaxHeaderLen(-1)
            .setMaxHeaderCount(-1)
            .setMaxContentLen(-1)
            .setMalformedHeaderStartsBody(false)
            .build();

    private final Parts parts = new Parts();
    /** Fields of the part that is being read. */
    private Header partHeader = new Header();

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
        if (reader.parts.header.isEmpty()) {
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
                    case T_START_MESSAGE -> {
                        messageDepth++;
                        if (messageDepth > MAX_DEPTH) {
                            return;
                        }
                    }
                    case T_END_MESSAGE -> messageDepth--;
                    case T_START_MULTIPART -> {
                        depth++;
                        if (depth > MAX_DEPTH) {
                            return;
                        }
                        noteMultipart(tokens.getBodyDescriptor(), messageDepth, depth);
                    }
                    case T_END_MULTIPART -> depth--;
                    case T_START_HEADER -> partHeader = new Header();
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

    private void noteMultipart(BodyDescriptor descriptor, int messageDepth, int depth) {
        if (messageDepth == 1 && depth == 1) {
            parts.isDigest = descriptor.getMimeType().equals("multipart/digest");
            if (descriptor.getMimeType().equals("multipart/report")) {
                parts.reportType = parameter(parts.header.last("content-type"), "report-type").toLowerCase(Locale.ROOT);
            }
        }
    }

    /** A parameter of a Content-Type; empty if there is none. */
    private static String parameter(String contentType, String name) {
        String value = ContentTypeFieldLenientImpl.PARSER
                .parse(new RawField("Content-Type", contentType), DecodeMonitor.SILENT)
                .getParameter(name);
        return value == null ? "" : value;
    }

    private void noteField(Field field, int messageDepth, int depth) {
        if (messageDepth == 1 && depth == 0) {
            parts.header.add(field.getName(), body(field));
        } else if (messageDepth == 2) {
            if (KEPT_OF_RETURNED.contains(field.getName().toLowerCase(Locale.ROOT))) {
                parts.returned.add(field.getName(), body(field));
            }
        }
        if (messageDepth == 1) {
            partHeader.add(field.getName(), body(field));
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
        if (messageDepth != 1) {
            return;
        }
        if (type.endsWith("/delivery-status") || type.equals("message/global-delivery-status")) {
            take(tokens.getDecodedInputStream(), "us-ascii", parts.deliveryStatus);
        } else if (type.equals("message/disposition-notification")) {
            parts.hasDisposition = true;
        } else if (type.equals("message/feedback-report")) {
            parts.hasFeedback = true;
        } else if (type.endsWith("/rfc822-headers") || type.equals("message/partial")) {
            StringBuilder fields = new StringBuilder();
            take(tokens.getDecodedInputStream(), "us-ascii", fields);
            noteReturned(fields.toString());
        } else if (isCalendar(type)) {
            parts.calendarMethod = parameter(partHeader.last("content-type"), "method");
            take(tokens.getDecodedInputStream(), descriptor.getCharset(), parts.calendar);
        } else if (isAttachment()) {
            return;
        } else if (type.equals("text/plain")) {
            take(tokens.getDecodedInputStream(), descriptor.getCharset(), parts.plain);
        } else if (type.equals("text/html")) {
            take(tokens.getDecodedInputStream(), descriptor.getCharset(), parts.html);
        }
    }

    private void noteReturned(String fields) {
        RETURNED_FIELD.matcher(LINE_FOLD_ONLY.matcher(fields).replaceAll(" ")).results()
                .forEach(field -> parts.returned.add(field.group(1), field.group(2)));
    }

    private boolean isCalendar(String type) {
        String named = partHeader.last("content-type") + " " + partHeader.last("content-disposition");
        return type.equals("text/calendar") || type.equals("text/x-vcalendar") || type.equals("application/ics")
                || ICS_NAME.matcher(named.substring(0, Math.min(named.length(), 2000))).find();
    }

    /** A file, not what the author wrote; a report is often sent as a named part, but a named part of a human's is a file. */
    private boolean isAttachment() {
        return partHeader.keyword("content-disposition").equals("attachment");
    }

    private static void take(InputStream in, String charset, StringBuilder text) throws IOException {
        text.append(Charsets.decode(in.readNBytes(MAX_RAW), charset)).append('\n');
    }

    private ReadMail result(Instant fallback) {
        Header header = parts.header;
        String text = bounded(parts.plain.toString().isBlank() && !parts.html.isEmpty()
                ? HtmlText.of(parts.html.toString(), MAX_TEXT)
                : parts.plain.toString());
        Address sender = Address.parse(header.last("from"));
        Address from = sender == null ? new Address("", "") : sender;
        String subject = bounded(EncodedWords.decode(header.last("subject"))).replaceAll("\\s+", " ").strip();
        Instant date = date(fallback);
        List<MessageId> ids = MessageId.all(header.last("message-id"));
        List<MessageId> bare = ids.isEmpty() ? MessageId.bare(header.last("message-id")) : ids;
        MessageId id = bare.size() == 1 || !ids.isEmpty() ? bare.get(0) : madeUpId();
        String newText = NewText.of(text);
        Verdict verdict = AuthorKinds.of(parts, from, subject, text, newText);
        boolean isReport = verdict.kind() == AuthorKind.BOUNCE || verdict.kind() == AuthorKind.DELAYED;
        MessageId returned = isReport ? returnedMail(text) : null;
        List<Address> failed = verdict.kind() == AuthorKind.BOUNCE ? failedRecipients(from, subject, text) : List.of();
        Mail mail = new Mail(id, date, from, addresses("to"), addresses("cc"), subject, references(id), ThreadIndex.conversation(header.last("thread-index")),
                verdict.kind(), listPost(),
                failed, verdict.kind() == AuthorKind.BOUNCE ? returned : null, Sketch.of(text), Gist.NONE);
        CalendarPart calendar = verdict.kind() == AuthorKind.CALENDAR
                ? CalendarPart.of(parts.calendar.toString(), parts.calendarMethod)
                : null;
        return new ReadMail(mail, text, attached(), () -> Reading.of(verdict, mail, newText, offset(), calendar, returned));
    }

    private List<MessageId> attached() {
        return parts.returned.all("message-id").stream()
                .map(MessageId::of)
                .filter(Objects::nonNull)
                .distinct()
                .limit(MAX_REFERENCES)
                .toList();
    }

    /** By the part that returns it, else by what the text shows of it, else by what the report answers. */
    private MessageId returnedMail(String text) {
        MessageId inPart = parts.returned.all("message-id").stream()
                .map(MessageId::of)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        MessageId inText = inPart == null ? BounceText.returnedMail(text) : inPart;
        if (inText != null) {
            return inText;
        }
        List<MessageId> answered = MessageId.all(parts.header.last("in-reply-to"));
        List<MessageId> references = MessageId.all(parts.header.last("references"));
        return !answered.isEmpty() ? answered.get(0) : references.isEmpty() ? null : references.get(references.size() - 1);
    }

    /** With no more marks on a letter than any language has: word boundaries of regular expressions look back over all of them. */
    private static String bounded(String text) {
        String cut = text.length() > MAX_TEXT ? text.substring(0, MAX_TEXT) : text;
        return PILED_MARKS.matcher(cut).replaceAll("$1");
    }

    private List<Address> addresses(String name) {
        return parts.header.all(name).stream().flatMap(body -> Address.parseAll(body).stream()).toList();
    }

    private Instant date(Instant fallback) {
        Instant written = date(parts.header.last("date"));
        if (written != null) {
            return written;
        }
        // The topmost Received is the latest: added by the user's own server.
        List<String> received = parts.header.all("received");
        Instant arrived = received.isEmpty() ? null : date(received.get(0).substring(received.get(0).lastIndexOf(';') + 1));
        return arrived == null ? fallback : arrived;
    }

    /** The author's time zone, by the Date field; UTC where it names none. */
    private ZoneOffset offset() {
        Matcher zone = ZONE.matcher(parts.header.last("date"));
        if (!zone.find()) {
            return ZoneOffset.UTC;
        }
        int hours = Integer.parseInt(zone.group(2));
        int minutes = Integer.parseInt(zone.group(3));
        int seconds = (zone.group(1).equals("-") ? -1 : 1) * (hours * 3600 + minutes * 60);
        return Math.abs(seconds) > 18 * 3600 || minutes > 59 ? ZoneOffset.UTC : ZoneOffset.ofTotalSeconds(seconds);
    }

    private static Instant date(String body) {
        if (body.isBlank()) {
            return null;
        }
        Date date = DateTimeFieldLenientImpl.PARSER.parse(new RawField("Date", body.strip()), DecodeMonitor.SILENT).getDate();
        return date == null ? null : date.toInstant();
    }

    /**
     * References, then In-Reply-To; of very many the first and the newest are kept, as RFC 5322 lets them be trimmed. Old programs
     * name in In-Reply-To the author of what they answer, too: no mail has the address of a person as its id.
     */
    private List<MessageId> references(MessageId self) {
        Set<MessageId> ids = new LinkedHashSet<>(ids("references"));
        for (MessageId parent : ids("in-reply-to")) {
            ids.remove(parent);
            ids.add(parent);
        }
        ids.remove(self);
        if (!ids.isEmpty()) {
            Set<String> people = Stream.of("from", "to", "cc", "reply-to")
                    .flatMap(name -> addresses(name).stream())
                    .map(address -> address.spec().toLowerCase(Locale.ROOT))
                    .collect(Collectors.toSet());
            ids.removeIf(id -> people.contains(id.value().toLowerCase(Locale.ROOT)));
        }
        List<MessageId> all = new ArrayList<>(ids);
        if (all.size() > MAX_REFERENCES) {
            all.subList(1, all.size() - MAX_REFERENCES + 1).clear();
        }
        return all;
    }

    /** The ids of a field, however often it stands; broken programs encode it as they do a subject, or leave out the brackets. */
    private List<MessageId> ids(String name) {
        String bodies = String.join(" ", parts.header.all(name));
        List<MessageId> ids = MessageId.all(bodies.contains("=?") ? EncodedWords.decode(bodies) : bodies);
        return ids.isEmpty() && !bodies.contains("<") ? MessageId.bare(bodies) : ids;
    }

    private Address listPost() {
        String body = parts.header.last("list-post");
        int mailto = body.toLowerCase(Locale.ROOT).indexOf("mailto:");
        return mailto < 0 ? null : Address.parse(body.substring(mailto + "mailto:".length()).split("[>?]", 2)[0]);
    }

    /** By the report's fields, else by what its text names, else those whom the returned mail asked; a dead address names itself. */
    private List<Address> failedRecipients(Address from, String subject, String text) {
        List<Address> reported = DeliveryStatus.failedRecipients(parts.deliveryStatus.toString());
        if (reported.isEmpty()) {
            reported = addresses("x-failed-recipients");
        }
        // An auto-reply of a dead mailbox: it names others to turn to.
        if (reported.isEmpty() && !BounceText.isReport(parts.header, from, subject)) {
            return List.of(from);
        }
        if (reported.isEmpty()) {
            reported = BounceText.failedRecipients(text, addresses("to"));
        }
        if (reported.isEmpty()) {
            List<Address> asked = parts.returned.all("to").stream().flatMap(to -> Address.parseAll(to).stream()).toList();
            reported = asked.size() == 1 ? asked : List.of();
        }
        return reported;
    }

    /** For a mail without Message-ID: made from its header, so that the same mail gets the same one. */
    private MessageId madeUpId() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String name : List.of("date", "from", "to", "subject")) {
                digest.update((name + ":" + parts.header.last(name) + "\n").getBytes(StandardCharsets.UTF_8));
            }
            return new MessageId(HexFormat.of().formatHex(digest.digest(), 0, 16) + "@missing.invalid");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }
}
