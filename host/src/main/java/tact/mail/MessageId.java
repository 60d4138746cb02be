package tact.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The Message-ID of a mail, without angle brackets (RFC 5322, section 3.6.4).
 *
 * @param value not blank, no white space, at most {@link #MAX_LENGTH} characters
 */
public record MessageId(String value) implements Comparable<MessageId> {

    /** Longer ids are cut by {@link #of}: a header line has at most 998 characters. */
    public static final int MAX_LENGTH = 998;

    private static final Pattern IN_BRACKETS = Pattern.compile("<([^<>]{1,4096})>");
    private static final Pattern SEPARATOR = Pattern.compile("[\\s,;]+");
    private static final Pattern BARE = Pattern.compile("[^@<>\"()]{1,500}@[^@<>\"()]{1,400}");
    private static final Pattern WHITE_SPACE = Pattern.compile("\\s+");

    public MessageId {
        if (value.isBlank() || value.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("not a Message-ID: " + value.length() + " characters");
        }
    }

    /**
     * Reads one id leniently: brackets and white space are dropped, an overlong one is cut.
     *
     * @return null if nothing is left
     */
    public static MessageId of(String text) {
        String bare = WHITE_SPACE.matcher(text).replaceAll("").replace("<", "").replace(">", "");
        return bare.isEmpty() ? null : new MessageId(bare.substring(0, Math.min(bare.length(), MAX_LENGTH)));
    }

    /** All ids in the body of a References, In-Reply-To or Message-ID field, in their order; empty if there are none. */
    public static List<MessageId> all(String fieldBody) {
        List<MessageId> ids = new ArrayList<>();
        Matcher matcher = IN_BRACKETS.matcher(fieldBody);
        while (matcher.find()) {
            MessageId id = of(matcher.group(1));
            if (id != null) {
                ids.add(id);
            }
        }
        return ids;
    }

    /** The ids in the body of a field that leaves out the brackets: words with one @ that nothing else surrounds, else none. */
    static List<MessageId> bare(String fieldBody) {
        List<MessageId> ids = new ArrayList<>();
        for (String word : SEPARATOR.split(fieldBody.strip())) {
            if (!BARE.matcher(word).matches()) {
                return List.of();
            }
            ids.add(of(word));
        }
        return ids;
    }

    @Override
    public int compareTo(MessageId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
