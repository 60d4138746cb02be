package tact.mail;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A subject without its reply and forward prefixes.
 *
 * @param text    what it is about, as written: prefixes dropped, white space folded
 * @param isReply whether it began with a prefix
 */
public record Subject(String text, boolean isReply) {

    private static final int MAX_LENGTH = 1024;

    /** Reply and forward prefixes that mail programs put there, in their languages; "Re[2]:" and "RE(3):" included. */
    private static final Pattern PREFIX = Pattern.compile(
            "(?:re|aw|antw|antwort|wg|fwd?|wtr|doorst|sv|vs|vl|vb|tr|réf|ref|rép|rif|res|rsp|enc|rv|odp|pd|atb|ynt|ilt"
                    + "|továbbítás|vá|tl|bls|trs|i|r"
                    + "|απ|σχετ|πρθ|отв|ответ|пересл|на|fs|השב|הועבר|رد|إعادة توجيه"
                    + "|回复|回覆|答复|答覆|转发|轉寄|返信|転送|답장|회신|전달)"
                    + "(?:\\[\\d{1,3}\\]|\\(\\d{1,3}\\)|\\^\\d{1,3}|-\\d{1,3})?\\s?[:：]\\s*",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    /** Those of a forward that are never a reply's. */
    private static final Pattern FORWARD = Pattern.compile(
            "\\s*(?:fwd?|wg|wtr|doorst|tr|rv|enc|vb|vl|pd|ilt|i|továbbítás|πρθ|пересл|转发|轉寄|転送|전달)\\s?[:：].*",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL);
    /** What a mailing list puts before the subjects of its mail. */
    private static final Pattern LIST = Pattern.compile("\\[[^\\[\\]]{1,60}\\]\\s*");
    private static final Pattern WHITE_SPACE = Pattern.compile("\\s+");

    /** @param text the decoded Subject field; any length, but no more than 1,024 characters are looked at */
    public static Subject of(String text) {
        String rest = text.substring(0, Math.min(text.length(), MAX_LENGTH)).strip();
        boolean isReply = false;
        Matcher matcher = PREFIX.matcher(rest);
        int start = 0;
        Matcher list = LIST.matcher(rest);
        String tag = "";
        boolean hasMore = true;
        while (hasMore) {
            hasMore = matcher.region(start, rest.length()).lookingAt();
            if (hasMore) {
                start = matcher.end();
                isReply = true;
            } else if (tag.isEmpty() && list.region(start, rest.length()).lookingAt()
                    && matcher.region(list.end(), rest.length()).lookingAt()) {
                // "[list] Re: ..." is an answer, too.
                tag = list.group();
                start = list.end();
                hasMore = true;
            }
        }
        return new Subject(WHITE_SPACE.matcher(tag + rest.substring(start)).replaceAll(" ").strip(), isReply);
    }

    /** Whether a subject says that the mail passes on another. */
    public static boolean isForward(String text) {
        return FORWARD.matcher(text.substring(0, Math.min(text.length(), MAX_LENGTH))).matches();
    }

    /** What it is about, the same for all spellings in case. */
    public String base() {
        return text.toLowerCase(Locale.ROOT);
    }
}
