package tact.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What the author of a mail added: without the mail that it answers or passes on, signature, program's line and disclaimer.
 * A mail that answers between quoted lines keeps those that nothing introduces, since they belong to what is said.
 */
final class NewText {

    private static final int MAX_LINE = 1000;
    private static final int MAX_LINES = 4000;
    /** Lines over which the introduction of a quote is wrapped, empty ones not counted. */
    private static final int MAX_INTRODUCTION = 5;
    private static final int MAX_HEADER = 9;

    private static final Pattern QUOTED = Pattern.compile("^[ \\t]*(?:[>|]|\\p{L}{1,12}>)");
    private static final Pattern MARKED = Pattern.compile("^[ \\t]*[>|]");
    private static final Pattern QUOTE_MARKS = Pattern.compile("^[ \\t]*(?:[>|][ \\t]?)+");
    private static final Pattern DELIMITER = Pattern.compile("^[ \\t]*(?:[\\p{Punct}\\p{So}\\p{Pd}ᐧ](?:[ \\t]{0,3}[\\p{Punct}\\p{Pd}])*)[ \\t]*$");
    private static final Pattern SIGNATURE = Pattern.compile("^(?:--|––|—|-- \\\\|_{2,80})[ \\t\\u00a0]*$");
    private static final Pattern ADDRESS = Pattern.compile("[\\w.+-]{1,64}@[\\w-]{1,63}");
    private static final Pattern DIGITAL_DATE = Pattern.compile("^\\d{1,4}[-./ ]\\s?[\\p{L}\\d.]{1,10}[-./ ].{0,60}\\d{1,2}[:.]\\d{2}.*");
    private static final Pattern SHORT_DATE = Pattern.compile("^\\d{1,4}[-./]\\d{1,2}[-./]\\d{1,4}\\b");
    private static final Pattern GMAIL_DATE = Pattern.compile("^\\d{4}-\\d{2}-\\d{2} \\d{1,2}:\\d{2} (?:GMT|UTC).*");
    /** "---- On Mon, 5 May 2026 Anna wrote ----" */
    private static final Pattern DASHED = Pattern.compile("^[ \\t]*-{2,8} ?([^-].{8,400}?\\d.{0,400}?[^- ]) ?-{2,8}[ \\t]*$");
    private static final Pattern DIGIT = Pattern.compile("\\d");
    private static final Pattern DECORATION = Pattern.compile("^[\\s<(\\[*_]{1,6}|[\\s>)\\]*_]{1,6}$|[*_]{1,3}");
    private static final Pattern MARKDOWN = Pattern.compile("[*_]{1,3}");

    /** The patterns of phrases/quotes.txt, compiled when a text is first stripped. */
    private static final class Introductions {

        private static final Pattern WROTE = any("wrote", "(?:^|[\\s>\"',;.)])(?:", ")(?=[\\s:：,<>\\[(]|$)");
        private static final Pattern LEAD = any("lead", "^(?:", ")[\\s,]");
        private static final Pattern MARKER = any("marker", "^[ \\t]*(?:[-_*=]{2,}[ \\t*]*)?(?:", ")[ \\t*]*(?:[-_*=]{2,})?[ \\t*]*$");
        private static final Pattern FROM = any("from", "^[ \\t]*(?:", ")[ \\t]?[:：](?:[ \\t]|$).*");
        private static final Pattern FIELD = any("field", "^[ \\t]*(?:", ")[ \\t]?[:：](?:[ \\t]|$).*");
        private static final Pattern DEVICE = any("device", "^[ \\t]*(?:", ")[ \\t]*$");
        private static final Pattern DISCLAIMER = any("disclaimer", "^[ \\t*_]*(?:", ").*");

        private static Pattern any(String section, String before, String after) {
            return Pattern.compile(before + String.join("|", Phrases.lines("quotes", section)) + after,
                    Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
        }
    }

    /**
     * A line, without what no one sees of it.
     *
     * @param start where it begins in the whole text
     */
    record Line(String text, int start) {

        boolean isQuoted() {
            return QUOTED.matcher(text).find();
        }

        private boolean isBlank() {
            return text.isBlank();
        }
    }

    private final List<Line> lines;

    private NewText(String text) {
        this.lines = lines(text);
    }

    /** The new text; of a mail that says nothing of its own, what it passes on. */
    static String of(String text) {
        return joined(new NewText(text).stripped(true));
    }

    /** The lines of the new text, quoted ones between them included; of a draft that says nothing of its own yet, none. */
    static List<Line> linesOf(String draft) {
        List<Line> own = new NewText(draft).stripped(false);
        Line first = own.stream().filter(line -> !line.isBlank()).findFirst().orElse(null);
        return first == null || SIGNATURE.matcher(first.text()).matches() ? List.of() : own;
    }

    private static String joined(List<Line> lines) {
        return lines.stream().map(Line::text).collect(Collectors.joining("\n")).strip();
    }

    private static List<Line> lines(String text) {
        List<Line> lines = new ArrayList<>();
        int start = 0;
        while (start < text.length() && lines.size() < MAX_LINES) {
            int end = text.indexOf('\n', start);
            end = end < 0 ? text.length() : end;
            String line = text.substring(start, end);
            line = line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
            lines.add(new Line(line.replace('\u00a0', ' ').replace("\u200b", ""), start));
            start = end + 1;
        }
        return lines;
    }

    /** Without the lines that are marked as quoted. */
    static String withoutQuotes(String newText) {
        return String.join("\n", newText.lines().filter(line -> !QUOTED.matcher(line).find()).toList());
    }

    /** @param passedOn whether a text that stands unmarked below its introduction counts where there is no other */
    private List<Line> stripped(boolean passedOn) {
        int begin = 0;
        List<Line> kept = new ArrayList<>();
        while (begin < lines.size()) {
            int quote = firstIntroduction(begin);
            int end = quote < 0 ? lines.size() : quote;
            boolean saysSomething = hasText(begin, end);
            if (saysSomething || quote < 0) {
                kept.addAll(lines.subList(begin, end));
                if (quote >= 0) {
                    kept.addAll(answersBelow(quote));
                }
                break;
            }
            if (!passedOn && !isFollowedByQuote(introductionEnd(quote))) {
                return List.of();
            }
            begin = afterIntroduction(quote);
        }
        return withoutEnd(kept);
    }

    private boolean hasText(int from, int to) {
        for (int i = from; i < to; i++) {
            if (isText(lines.get(i))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isText(Line line) {
        return !line.isBlank() && !isDelimiter(line) && !isDevice(line);
    }

    private static boolean isDelimiter(Line line) {
        return line.text().length() <= 200 && DELIMITER.matcher(line.text()).matches();
    }

    private static boolean isDevice(Line line) {
        return line.text().length() <= 200
                && Introductions.DEVICE.matcher(DECORATION.matcher(line.text()).replaceAll("")).matches();
    }

    private int firstIntroduction(int from) {
        for (int i = from; i < lines.size(); i++) {
            if (introductionEnd(i) > 0) {
                return i;
            }
        }
        return -1;
    }

    /** Index of the line after an introduction or a quoted header that begins on a line; -1 if none does. */
    private int introductionEnd(int line) {
        String bare = bare(line);
        if (bare.isBlank()) {
            return -1;
        }
        if (Introductions.MARKER.matcher(bare).matches() && isMarker(bare, line)) {
            return line + 1;
        }
        int header = headerEnd(line);
        return header > 0 ? header : attributionEnd(line);
    }

    /** "Original message" is one between dashes, with a colon, or before a header. */
    private boolean isMarker(String bare, int line) {
        String decorated = bare.strip();
        if (decorated.startsWith("--") || decorated.startsWith("__") || decorated.startsWith("==") || decorated.endsWith(":")) {
            return true;
        }
        for (int i = line + 1; i < Math.min(line + 4, lines.size()); i++) {
            if (headerEnd(i) > 0) {
                return true;
            }
        }
        return false;
    }

    /** Without quote marks and emphasis, bounded. */
    private String bare(int line) {
        String whole = lines.get(line).text();
        String bounded = whole.substring(0, Math.min(whole.length(), MAX_LINE));
        Matcher marks = QUOTE_MARKS.matcher(bounded);
        String unquoted = marks.find() ? bounded.substring(marks.end()) : bounded;
        Matcher dashed = DASHED.matcher(unquoted);
        if (dashed.matches()) {
            return dashed.group(1) + ":";
        }
        return unquoted.startsWith("*") ? MARKDOWN.matcher(unquoted).replaceAll("") : unquoted;
    }

    /** A line "From: ..." and at least two more fields around it, the first of which begins the quote. */
    private int headerEnd(int line) {
        if (!isField(line)) {
            return -1;
        }
        int fields = 0;
        boolean hasFrom = false;
        int end = line + 1;
        for (int i = line; i < Math.min(line + MAX_HEADER, lines.size()); i++) {
            if (isField(i)) {
                fields++;
                hasFrom |= Introductions.FROM.matcher(bare(i)).matches();
                end = i + 1;
            } else if (bare(i).isBlank() && i > end) {
                break;
            }
        }
        if (!hasFrom || fields < 3) {
            return -1;
        }
        // A folded last field goes on up to the empty line.
        while (end < lines.size() && end < line + MAX_HEADER && !bare(end).isBlank() && !isDelimiter(lines.get(end))) {
            end++;
        }
        return end;
    }

    private boolean isField(int line) {
        String bare = bare(line);
        return Introductions.FROM.matcher(bare).matches() || Introductions.FIELD.matcher(bare).matches();
    }

    /** "On Mon, 5 May 2026 at 10:00, Anna Berg <a@b> wrote:", wrapped or not, in many languages. */
    private int attributionEnd(int line) {
        String first = bare(line);
        boolean isGmail = GMAIL_DATE.matcher(first).matches();
        boolean isDated = isGmail || DIGITAL_DATE.matcher(first).matches();
        boolean isLed = Introductions.LEAD.matcher(first).find() && DIGIT.matcher(first).find();
        boolean isAddressed = ADDRESS.matcher(first).find();
        boolean mayWrap = isDated || isLed;
        if (!mayWrap && !isAddressed && !Introductions.WROTE.matcher(first).find()) {
            return -1;
        }
        if (isAddressed && SHORT_DATE.matcher(first).find() && isFollowedByQuote(line + 1)) {
            return line + 1;
        }
        StringBuilder joined = new StringBuilder();
        int taken = 0;
        for (int i = line; i < lines.size() && taken < MAX_INTRODUCTION; i++) {
            String bare = bare(i).strip();
            if (bare.isEmpty()) {
                continue;
            }
            joined.append(joined.isEmpty() ? "" : " ").append(bare);
            taken++;
            if (bare.endsWith(":") || bare.endsWith("：") || bare.endsWith(":>")) {
                boolean wrote = Introductions.WROTE.matcher(joined).find();
                boolean addressed = ADDRESS.matcher(joined).find();
                boolean isIt = wrote && (mayWrap || addressed) && joined.length() < 500 || isDated && addressed
                        || wrote && taken == 1 && first.length() < 80 && isFollowedByQuote(i + 1);
                return isIt ? i + 1 : -1;
            }
            boolean goesOn = mayWrap || isAddressed && taken <= 2;
            if (!goesOn) {
                break;
            }
        }
        return isGmail ? line + 1 : -1;
    }

    private boolean isFollowedByQuote(int from) {
        for (int i = from; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                return MARKED.matcher(lines.get(i).text()).find();
            }
        }
        return false;
    }

    /** Where the text goes on after an introduction at the top: past the quoted lines that follow it. */
    private int afterIntroduction(int introduction) {
        int end = Math.max(introductionEnd(introduction), introduction + 1);
        while (end < lines.size() && (lines.get(end).isBlank() || lines.get(end).isQuoted())) {
            end++;
        }
        return end;
    }

    /** What the author wrote under or between the quoted lines below an introduction, with these lines; none if nothing. */
    private List<Line> answersBelow(int introduction) {
        int begin = introductionEnd(introduction);
        if (!isFollowedByQuote(begin)) {
            return List.of();
        }
        int next = firstIntroduction(begin);
        List<Line> below = withoutEnd(lines.subList(begin, next < 0 ? lines.size() : next));
        for (int i = 1; i < below.size(); i++) {
            // A line between quoted ones is a quoted line that was wrapped.
            boolean isWrapped = below.get(i - 1).isQuoted() && i + 1 < below.size() && below.get(i + 1).isQuoted();
            if (!below.get(i).isQuoted() && !isWrapped && isText(below.get(i))) {
                return below;
            }
        }
        return List.of();
    }

    /** Without signature, program's line, disclaimer and rules at the end. */
    private static List<Line> withoutEnd(List<Line> text) {
        int end = text.size();
        boolean says = false;
        for (int i = 0; i < end; i++) {
            Line line = text.get(i);
            if (says && SIGNATURE.matcher(line.text()).matches() || says && isDisclaimer(text, i)) {
                end = i;
            }
            says |= isText(line) && !line.isQuoted();
        }
        while (end > 0 && !isText(text.get(end - 1))) {
            end--;
        }
        int own = end;
        while (own > 0 && (!isText(text.get(own - 1)) || text.get(own - 1).isQuoted())) {
            own--;
        }
        // Quoted lines at the end answer nothing; a mail of nothing else keeps them.
        end = own > 0 ? own : end;
        return withoutDeviceAboveName(text.subList(0, end));
    }

    /** A program's line may be wrapped, or stand above a name. */
    private static List<Line> withoutDeviceAboveName(List<Line> text) {
        int end = text.size();
        for (int i = end - 1; i >= Math.max(1, end - 3); i--) {
            if (isDevice(text.get(i)) && text.get(i - 1).isBlank()) {
                end = i;
                while (end > 0 && !isText(text.get(end - 1))) {
                    end--;
                }
                break;
            }
        }
        return text.subList(0, end);
    }

    private static boolean isDisclaimer(List<Line> text, int line) {
        if (!text.get(line - 1).isBlank() && !isDelimiter(text.get(line - 1))) {
            return false;
        }
        StringBuilder paragraph = new StringBuilder();
        for (int i = line; i < Math.min(line + 4, text.size()) && !text.get(i).isBlank(); i++) {
            String part = text.get(i).text();
            paragraph.append(paragraph.isEmpty() ? "" : " ").append(part, 0, Math.min(part.length(), 300));
        }
        return !paragraph.isEmpty() && Introductions.DISCLAIMER.matcher(paragraph).matches();
    }
}
