package tact.mail;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Non-delivery reports of the many mail systems that do not follow RFC 3464: who sent it and how, what the subject says, what
 * the text says, and whom it names. A person who writes about a bounce shows the same words, so that words need a sender or
 * an envelope that fits, or a subject that only such reports begin with.
 */
final class BounceText {

    private static final Set<String> IF = Set.of("if", "unless", "wenn", "falls", "sollte", "si", "se", "caso", "als", "indien", "jesli");
    private static final int MAX_TEXT = 16 * 1024;
    private static final int MAX_RECIPIENTS = 50;

    /** Local parts and display names under which mail systems report. */
    private static final Pattern DAEMON = Pattern.compile(
            "(?:.*[._+-])?mailer?[._-]?daemon(?:[._+-].*)?|mail[._-]?deliver(?:y)?[._-](?:sub)?system|post[._-]?master|poostmaster"
                    + "|bounces?(?:[._+-].*)?|mdaemon|mail[._-]?(?:error|system)|double-bounce|mailsystem|mmsc");
    private static final Pattern DAEMON_NAME = Pattern.compile(
            "(?i)mail(?:er)?[ -]deliver(?:y)? (?:sub)?system|mailer[ -]daemon|mail (?:administrator|system)|system administrator"
                    + "|\\bndr\\b|mail delivery|post ?master|delivery (?:sub)?system");
    private static final Pattern SMTP_REPLY = Pattern.compile(
            "(?i)\\b[45]\\d\\d[ -]#?[45]\\.\\d{1,3}\\.\\d{1,3}\\b|\\(?#[45]\\.\\d{1,3}\\.\\d{1,3}\\b"
                    + "|\\b5[0-7]\\d[ -][^\\r\\n]{0,80}(?:user|mailbox|recipient|address|reject|relay|denied|domain|account|spam|block)");
    private static final Pattern REASON = Pattern.compile(
            "(?i)\\b(?:user|host|domain|recipient|mailbox|account) (?:unknown|not found|is full|unavailable|does not exist)"
                    + "|\\b(?:unknown|invalid|no such) (?:user|recipient|address|mailbox|host|domain)");
    /** What a copy of the returned mail begins with. */
    private static final Pattern COPY = Pattern.compile(
            "(?im)^[ \\t>*]*(?:-{2,}.{0,80}(?:original|unsent|returned|undelivered|copy|header|message follows|nachricht).{0,80}"
                    + "|.{0,60}(?:copy of (?:the|your)|including all headers|headers? (?:follows?|of the)|original message (?:follows|headers)).{0,80}"
                    + "|(?:received|return-path|dkim-signature|x-[a-z-]{2,40}):[ \\t]?.{0,998})$");
    private static final Pattern ADDRESS = Pattern.compile("(?<![\\w.+@-])[\\w.!#$%&'*+/=?^`{|}~-]{1,64}@[\\w-]{1,63}(?:\\.[\\w-]{1,63}){1,8}(?![\\w@])");
    /** A line that is about one recipient: the address alone, in brackets, before a colon, or after what introduces it. */
    private static final Pattern RECIPIENT_LINE = Pattern.compile(
            "(?i)^[ \\t>*|-]*(?:(?:rcpt to|to|recipients?|final-recipient|original-recipient|an|empfänger|failed recipient|destinataire|"
                    + "addressed to|user|could not be delivered to|delivered to)(?:[ \\t]*:[ \\t]*|[ \\t]+)(?:rfc822;)?[ \\t]*)?<?(?:mailto:)?([^ \\t<>:,;()\"]{1,320})>?"
                    + "[ \\t]*(?:[:;,.(\\[].*|\\.{3}.*|on .*|->.*)?$");
    private static final Pattern NO_RECIPIENT = Pattern.compile("(?i)^[ \\t>*]*(?:from|sender|mail from|reply-to|return-path|message-id|cc|original sender|absender|von)\\b");
    private static final Pattern MESSAGE_ID = Pattern.compile("(?im)^[ \\t>]*message-id:[ \\t]*(?:\\r?\\n[ \\t]+)?<([^<>\\r\\n]{1,998})>");

    private BounceText() {}

    /** Of a report with machine-readable parts; what its text says of a delay counts where these parts are empty. */
    static Verdict reported(Parts parts) {
        String status = parts.deliveryStatus.toString();
        AuthorKind kind = DeliveryStatus.kind(status);
        Matcher action = DeliveryStatus.ACTION.matcher(status);
        return new Verdict(kind, action.find() ? action.group().strip() : "report-type=delivery-status");
    }

    /**
     * Of a report in plain words.
     *
     * @param text     of the mail, what it returns included
     * @param isHumans whether it asks something, greets by name, or comes from a program in which people write
     * @return null if it is none
     */
    static Verdict verdict(Parts parts, Address from, String subject, String text, BooleanSupplier isHumans) {
        Header header = parts.header;
        if (header.has("x-failed-recipients")) {
            return new Verdict(kind(subject, front(text)), "X-Failed-Recipients: " + header.first("x-failed-recipients"));
        }
        Phrases.Match title = title(subject);
        boolean isDaemon = isDaemon(header, from);
        boolean nullSender = header.all("return-path").stream().anyMatch(path -> path.isBlank() || path.strip().equals("<>"));
        // A robot that returns a mail.
        boolean returns = from.isMachine() && !parts.returned.isEmpty();
        if (!isDaemon && !nullSender && !returns && title == null) {
            return null;
        }
        String front = front(text);
        List<Sentence> sentences = Sentence.all(front);
        Phrases.Match undelivered = Phrases.everywhere("undelivered").in(sentences);
        Phrases.Match said = undelivered == null && isDaemon ? Phrases.everywhere("delayed").in(sentences) : undelivered;
        Matcher reply = SMTP_REPLY.matcher(front);
        boolean replied = reply.find();
        boolean shows = replied || REASON.matcher(front).find();
        boolean isReport = isDaemon && (title != null || said != null || shows || isMailerDaemon(header, from))
                || (nullSender || returns) && (title != null || said != null)
                || title != null && said != null && !isHumans.getAsBoolean() && (replied || !parts.returned.isEmpty()) && !header.has("list-post");
        if (!isReport) {
            return null;
        }
        String evidence = said != null ? said.sentence().text()
                : title != null ? "Subject: " + subject
                : replied ? reply.group() : "From: " + header.last("from");
        return new Verdict(kind(subject, front), evidence);
    }

    /** A phrase at the very start of the subject: a person's answer to a report begins with a prefix. */
    private static Phrases.Match title(String subject) {
        Sentence about = Sentence.of(subject);
        if (about.words().isEmpty()) {
            return null;
        }
        int end = Phrases.everywhere("undelivered-subject").at(about, 0);
        return end < 0 ? null : new Phrases.Match(about, 0, end);
    }

    /** Whether a mail system speaks, and not the answering machine of a person or a role. */
    static boolean isReport(Header header, Address from, String subject) {
        return isDaemon(header, from) || from.isMachine() || from.spec().isEmpty() || title(subject) != null;
    }

    private static boolean isDaemon(Header header, Address from) {
        return isMailerDaemon(header, from)
                || DAEMON.matcher(localPart(from)).matches()
                || from.name().length() < 200 && DAEMON_NAME.matcher(from.name()).find();
    }

    private static boolean isMailerDaemon(Header header, Address from) {
        String local = from.spec().isEmpty() ? header.last("from") : localPart(from);
        String bounded = local.substring(0, Math.min(local.length(), 200)).toLowerCase(Locale.ROOT);
        return bounded.contains("mailer-daemon") || bounded.contains("mailer daemon") || bounded.contains("mail delivery system");
    }

    private static String localPart(Address address) {
        int at = address.spec().lastIndexOf('@');
        String local = address.spec().substring(0, Math.max(at, 0)).toLowerCase(Locale.ROOT);
        return local.length() <= 64 ? local : "";
    }

    /** A delay is said to be one, and nothing says that it was given up. */
    private static AuthorKind kind(String subject, String front) {
        List<Sentence> sentences = Sentence.all(subject + "\n\n" + front);
        boolean delayed = Phrases.everywhere("delayed").in(sentences) != null;
        boolean givenUp = sentences.stream().anyMatch(BounceText::givesUp);
        return delayed && !givenUp ? AuthorKind.DELAYED : AuthorKind.BOUNCE;
    }

    /** "If delivery fails permanently, you will be told" gives nothing up. */
    private static boolean givesUp(Sentence sentence) {
        Phrases.Match givenUp = Phrases.everywhere("given-up").in(sentence);
        return givenUp != null && sentence.words().subList(0, givenUp.first()).stream().noneMatch(IF::contains);
    }

    /** What stands before the copy of the returned mail; all of it if there is no copy, or nothing before it. */
    private static String front(String text) {
        String bounded = text.substring(0, Math.min(text.length(), MAX_TEXT));
        Matcher copy = COPY.matcher(bounded);
        while (copy.find()) {
            if (!bounded.substring(0, copy.start()).isBlank()) {
                return bounded.substring(0, copy.start());
            }
        }
        return bounded;
    }

    /**
     * Whom a report in plain words names as not reached.
     *
     * @param receivers of the report: whoever sent the mail that came back
     */
    static List<Address> failedRecipients(String text, List<Address> receivers) {
        Map<String, Address> onOwnLine = new LinkedHashMap<>();
        Map<String, Address> mentioned = new LinkedHashMap<>();
        for (String line : front(text).split("\r?\n|\r")) {
            if (line.length() > 1000 || NO_RECIPIENT.matcher(line).find()) {
                continue;
            }
            Matcher own = RECIPIENT_LINE.matcher(line);
            if (own.matches() && ADDRESS.matcher(own.group(1)).matches()) {
                add(own.group(1), onOwnLine, receivers);
            }
            Matcher any = ADDRESS.matcher(line);
            while (any.find()) {
                add(any.group(), mentioned, receivers);
            }
        }
        return List.copyOf((onOwnLine.isEmpty() ? mentioned : onOwnLine).values());
    }

    private static void add(String spec, Map<String, Address> found, List<Address> receivers) {
        Address address = new Address("", spec.endsWith(".") ? spec.substring(0, spec.length() - 1) : spec);
        boolean isSender = receivers.stream().anyMatch(receiver -> receiver.identity().equals(address.identity()));
        if (!isSender && !DAEMON.matcher(localPart(address)).matches() && found.size() < MAX_RECIPIENTS) {
            found.putIfAbsent(address.identity(), address);
        }
    }

    /** The Message-ID that a copy in the text shows; null if there is none. */
    static MessageId returnedMail(String text) {
        Matcher id = MESSAGE_ID.matcher(text);
        return id.find() ? MessageId.of(id.group(1)) : null;
    }
}
