package tact.mail;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A sentence of a mail, cut into words for {@link Phrases} to match. Words are folded: lower case, umlauts written out,
 * accents dropped, so that "Rückkehr", "Rueckkehr" and "RÜCKKEHR" are one.
 *
 * @param text   as written, on one line
 * @param words  folded; apostrophes and hyphens separate words
 * @param starts where each word begins in the text
 * @param clause number of the clause that each word is in; clauses are cut at commas, semicolons, colons, dashes, brackets
 */
record Sentence(String text, List<String> words, List<Integer> starts, List<Integer> clause) {

    private static final int MAX_TEXT = 16 * 1024;
    private static final int MAX_SENTENCE = 1000;
    private static final int MAX_WORD = 40;
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+");
    private static final Pattern CLAUSE_END = Pattern.compile("[,;:()–—]|\\s-+\\s|\\.\\.|…");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern FIELD = Pattern.compile("(?i)(?:date|from|to|cc|bcc|sent|subject|\\p{L}{2,20}(?:-\\p{L}{2,20}){1,3}): ");
    private static final Map<Character, String> FOLDED = Map.ofEntries(
            Map.entry('ä', "ae"), Map.entry('ö', "oe"), Map.entry('ü', "ue"), Map.entry('ß', "ss"), Map.entry('æ', "ae"),
            Map.entry('ø', "oe"), Map.entry('å', "aa"), Map.entry('ł', "l"), Map.entry('œ', "oe"), Map.entry('đ', "d"));

    /** A line that is not the end of a paragraph is at least this long where a mail program wrapped it. */
    private static final int WRAPPED_LINE = 45;

    Sentence {
        words = List.copyOf(words);
        starts = List.copyOf(starts);
        clause = List.copyOf(clause);
    }

    /** A text that is one sentence, such as a subject. */
    static Sentence of(String text) {
        String bounded = text.substring(0, Math.min(text.length(), MAX_SENTENCE));
        List<String> words = new ArrayList<>();
        List<Integer> starts = new ArrayList<>();
        List<Integer> clauses = new ArrayList<>();
        Matcher word = WORD.matcher(bounded);
        int clause = 0;
        int end = 0;
        while (word.find()) {
            if (CLAUSE_END.matcher(bounded).region(end, word.start()).find()) {
                clause++;
            }
            String folded = fold(word.group().substring(0, Math.min(word.group().length(), MAX_WORD)));
            if (folded.isEmpty()) {
                continue;
            }
            words.add(folded);
            starts.add(word.start());
            clauses.add(clause);
            end = word.end();
        }
        return new Sentence(bounded, words, starts, clauses);
    }

    /** The sentences of a text, of which no more than 16 Ki characters are looked at. */
    static List<Sentence> all(String text) {
        List<Sentence> sentences = new ArrayList<>();
        StringBuilder paragraph = new StringBuilder();
        int last = 0;
        for (String line : text.substring(0, Math.min(text.length(), MAX_TEXT)).split("\r?\n|\r", -1)) {
            String bare = line.strip();
            boolean joins = !bare.isEmpty() && last >= WRAPPED_LINE && !startsItem(bare);
            // A short line goes on where the next one plainly does: a mail typed on a telephone, a narrow window.
            boolean goesOn = !bare.isEmpty() && last > 0 && Character.isLowerCase(bare.charAt(0));
            if (!joins && !goesOn) {
                cut(paragraph, sentences);
            }
            paragraph.append(paragraph.isEmpty() ? "" : " ").append(bare);
            last = bare.length();
        }
        cut(paragraph, sentences);
        return sentences;
    }

    private static boolean startsItem(String line) {
        char first = line.charAt(0);
        return first == '-' || first == '*' || first == '•' || first == '>' || first == '|';
    }

    /** Cuts after a full stop, question or exclamation mark that is followed by white space, but not after "5." or "Dr.". */
    private static void cut(StringBuilder paragraph, List<Sentence> sentences) {
        int start = 0;
        int length = paragraph.length();
        for (int i = 0; i < length; i++) {
            char c = paragraph.charAt(i);
            boolean last = i == length - 1;
            boolean ends = c == '!' || c == '?' || c == '…' || c == '。' || c == '.' && !isAbbreviation(paragraph, start, i);
            if (last || i - start >= MAX_SENTENCE - 1 || ends && Character.isWhitespace(paragraph.charAt(i + 1))) {
                String text = paragraph.substring(start, i + 1).strip();
                if (!text.isEmpty()) {
                    sentences.add(of(text));
                }
                start = i + 1;
            }
        }
        paragraph.setLength(0);
    }

    private static boolean isAbbreviation(CharSequence text, int start, int dot) {
        int begin = dot;
        while (begin > start && Character.isLetterOrDigit(text.charAt(begin - 1))) {
            begin--;
        }
        int length = dot - begin;
        if (length == 0 || length > 4) {
            return false;
        }
        if (Character.isDigit(text.charAt(begin))) {
            return length <= 2;
        }
        String word = text.subSequence(begin, dot).toString().toLowerCase(Locale.ROOT);
        return length == 1 && !word.equals("i") || ABBREVIATIONS.contains(word);
    }

    private static final List<String> ABBREVIATIONS = List.of(
            "dr", "mr", "mrs", "ms", "prof", "st", "bzw", "ca", "usw", "evtl", "ggf", "inkl", "tel", "nr", "no", "str", "vgl",
            "jan", "feb", "mär", "apr", "jun", "jul", "aug", "sep", "sept", "okt", "oct", "nov", "dez", "dec", "mon", "tue", "wed",
            "thu", "fri", "sat", "sun", "mo", "di", "mi", "do", "fr", "sa", "so", "zzgl", "incl", "excl", "max", "min", "vs", "etc", "approx", "e.g",
            "zi", "hr", "fr", "ext", "int", "dra", "sra", "sr", "srta", "sig", "dott", "avv", "ing", "mme", "mlle", "dhr", "mevr", "mw",
            "wew", "eng", "tél", "toest", "ul", "godz", "pl");

    /** Whether it asks something. */
    boolean isQuestion() {
        return text.endsWith("?") || text.endsWith("?)") || text.endsWith("?!");
    }

    /** Whether it is code, a log, a table: more signs than prose has. */
    boolean isCode() {
        return text.chars().filter(c -> "{}[]|=<>_\\;+".indexOf(c) >= 0).count() >= 3;
    }

    /** Whether it is a field of a header or a trailer ("Date: ...", "Signed-off-by: ..."). */
    boolean isField() {
        return FIELD.matcher(text).lookingAt();
    }

    static String fold(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        boolean ascii = true;
        for (int i = 0; i < lower.length() && ascii; i++) {
            ascii = lower.charAt(i) < 0x80;
        }
        if (ascii) {
            return lower;
        }
        StringBuilder folded = new StringBuilder();
        for (char c : Normalizer.normalize(lower, Normalizer.Form.NFC).toCharArray()) {
            String written = FOLDED.get(c);
            folded.append(written == null ? String.valueOf(c) : written);
        }
        return MARKS.matcher(Normalizer.normalize(folded, Normalizer.Form.NFD)).replaceAll("");
    }
}
