package tact.mail;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What the user has written in a draft: its text without quotes, signature, disclaimer, as sentences whose places in the draft
 * are known. What the sentences say is read by phrases that are data: {@code phrases/draft-<language>.txt}. A section
 * {@code name-not} beside a section {@code name} holds what only looks like it.
 */
public final class Writing {

    /** The languages that drafts are read in (RFC 5646). */
    private static final List<String> LANGUAGES = List.of("en", "de");
    /** A line of greeting or of closing words is no longer. */
    private static final int MAX_LINE = 80;
    private static final int MAX_GREETING_WORDS = 7;
    /** Words after closing words on their line: a name, "from Hamburg". */
    private static final int MAX_CLOSING_REST = 5;
    private static final Set<String> BETWEEN_NAMES =
            Set.of("and", "und", "von", "van", "de", "den", "der", "du", "la", "zu");
    private static final Pattern GREETING_END = Pattern.compile("\\s{0,8}[,!:–—-]\\s{0,8}$");
    /** "Anna", "Anna Berg": a greeting, or the end of one after "Good morning,". */
    private static final Pattern NAMES =
            Pattern.compile("\\s*\\p{Lu}[\\p{L}.'-]{1,30}(?:\\s\\p{Lu}[\\p{L}.'-]{1,30}){0,2}\\s*");
    private static final Pattern POSTSCRIPT = Pattern.compile("^\\s{0,8}P\\.?\\s?(?:P\\.?\\s?)?S\\b.*");

    private final String text;
    private final String own;
    private final String language;
    private final Said greeting;
    private final boolean isClosed;
    private final List<Said> sentences;

    /** Where each character of the new text that is not white space stands in the draft. */
    private final int[] places;

    /**
     * A place in the draft's text.
     *
     * @param start index of its first character
     * @param end   index after its last character
     */
    public record Place(int start, int end) {}

    /**
     * A phrase in a sentence.
     *
     * @param first index of its first word in the sentence
     * @param end   index of the word after its last
     */
    public record Found(Said sentence, Place place, int first, int end) {

        /** Its words as written. */
        public String text() {
            int start = sentence.sentence.starts().get(first);
            return sentence.text().substring(start, sentence.wordEnd(sentence.sentence.starts().get(end - 1)));
        }

        /** Whether it has a word in common with another phrase in the same sentence. */
        public boolean overlaps(Found other) {
            return sentence == other.sentence && first < other.end && other.first < end;
        }

        /** How many words of the sentence stand before it. */
        public int wordsBefore() {
            return first;
        }

        /** How many words of the sentence stand after it. */
        public int wordsAfter() {
            return sentence.words() - end;
        }
    }

    /** A sentence of the draft. */
    public final class Said {

        private final Sentence sentence;
        /** Which of the characters of the new text that are not white space is its first. */
        private final int visible;

        private Said(Sentence sentence, int visible) {
            this.sentence = sentence;
            this.visible = visible;
        }

        /** As written, on one line. */
        public String text() {
            return sentence.text();
        }

        /** Its place, punctuation included. */
        public Place place() {
            return new Place(at(0), at(text().length() - 1) + 1);
        }

        /** How many words it has. */
        public int words() {
            return sentence.words().size();
        }

        /** A word as written. */
        public String word(int index) {
            int start = sentence.starts().get(index);
            return text().substring(start, wordEnd(start));
        }

        /** The place of a word. */
        public Place wordPlace(int index) {
            return placeOf(index, index + 1);
        }

        /** Whether it asks something. */
        public boolean isQuestion() {
            return sentence.isQuestion();
        }

        /** Whether a phrase of the section stands in it. */
        public boolean says(String section) {
            return !find(section).isEmpty();
        }

        /** The phrases of a section in it, in order, the longest where some overlap. */
        public List<Found> find(String section) {
            return readIn().stream()
                    .map(read -> find(section, read))
                    .filter(found -> !found.isEmpty())
                    .findFirst()
                    .orElse(List.of());
        }

        private List<Found> find(String section, String read) {
            if (words() == 0 || sentence.isCode()) {
                return List.of();
            }
            List<Phrases.Match> matches = Phrases.of("draft-" + read, section).all(sentence);
            if (matches.isEmpty()) {
                return List.of();
            }
            List<Phrases.Match> not = Phrases.of("draft-" + read, section + "-not").all(sentence);
            List<Found> found = new ArrayList<>();
            int end = 0;
            for (Phrases.Match match : matches) {
                boolean isOther = not.stream().anyMatch(mask -> mask.first() < match.end() && match.first() < mask.end()
                        && mask.end() - mask.first() >= match.end() - match.first());
                if (match.first() >= end && !isOther) {
                    end = match.end();
                    found.add(new Found(this, placeOf(match.first(), match.end()), match.first(), match.end()));
                }
            }
            return found;
        }

        private Place placeOf(int first, int end) {
            return new Place(at(sentence.starts().get(first)), at(wordEnd(sentence.starts().get(end - 1)) - 1) + 1);
        }

        private int wordEnd(int start) {
            int end = start;
            while (end < text().length() && isOfWord(text().charAt(end))) {
                end++;
            }
            return Math.max(end, start + 1);
        }

        private static boolean isOfWord(char c) {
            return Character.isLetterOrDigit(c)
                    || Character.isSurrogate(c)
                    || Character.getType(c) == Character.NON_SPACING_MARK;
        }

        private int at(int index) {
            return places[visible + countVisible(text(), 0, index)];
        }
    }

    /** @param text the whole text of a draft */
    public static Writing of(String text) {
        return new Writing(text);
    }

    private Writing(String text) {
        this.text = Objects.requireNonNull(text);
        StringBuilder written = new StringBuilder();
        this.places = trace(text, written);
        this.own = written.toString();

        int greeted = greetingEnd();
        int body = letterStart(greeted);
        int closing = closingStart(body);
        int afterClosing = closing < 0 ? own.length() : lineEnd(closing);
        int postscript = postscriptStart(afterClosing);
        this.greeting = said(0, greeted).stream().findFirst().orElse(null);
        this.isClosed = closing >= 0;
        this.sentences = Stream.concat(
                        said(body, closing < 0 ? own.length() : closing).stream(),
                        said(postscript, own.length()).stream())
                .toList();
        Sentence closingLine = Sentence.of(own.substring(closing < 0 ? own.length() : closing, afterClosing));
        Sentence greetingLine = Sentence.of(own.substring(0, greeted).strip());
        this.language = language(greetingLine, closingLine);
    }

    /** Writes the new text, quoted lines left empty, and tells where its visible characters come from. */
    private static int[] trace(String text, StringBuilder written) {
        int[] places = new int[text.length()];
        int count = 0;
        for (NewText.Line line : NewText.linesOf(text)) {
            if (!line.isQuoted()) {
                int at = line.start();
                for (int i = 0; i < line.text().length(); i++) {
                    while (text.charAt(at) == '\u200b') {
                        at++;
                    }
                    if (!Character.isWhitespace(line.text().charAt(i))) {
                        places[count++] = at;
                    }
                    at++;
                }
                written.append(line.text());
            }
            written.append('\n');
        }
        return Arrays.copyOf(places, count);
    }

    /** Where the greeting ends in the new text; 0 if there is none. */
    private int greetingEnd() {
        int start = 0;
        while (start < own.length() && Character.isWhitespace(own.charAt(start))) {
            start++;
        }
        int lineEnd = lineEnd(start);
        int exclamation = own.indexOf('!', start);
        int end = exclamation >= 0 && exclamation < lineEnd ? exclamation + 1 : lineEnd;
        String line = own.substring(start, Math.min(end, start + MAX_LINE));
        Sentence words = Sentence.of(line);
        int phrase = words.words().isEmpty() ? -1 : longest("greeting", words);
        String bare = GREETING_END.matcher(line).replaceFirst("");
        if (phrase < 0) {
            return start + line.length() == lineEnd && NAMES.matcher(bare).matches() ? start + bare.length() : 0;
        }
        boolean isWhole = bare.length() < line.strip().length() && words.words().size() <= MAX_GREETING_WORDS;
        boolean greets = isWhole && greetsThroughout(line, words, phrase);
        return start + (greets ? bare.length() : endOfNames(line, words, phrase));
    }

    /** Whether a line has nothing but greeting: "Good morning, Anna", "Dear Anna, dear Tom". */
    private static boolean greetsThroughout(String line, Sentence words, int phrase) {
        for (int i = phrase; i < words.words().size(); i++) {
            int at = i;
            boolean begins = !words.clause().get(i).equals(words.clause().get(i - 1));
            boolean isBare = i == phrase;
            boolean greets = LANGUAGES.stream().anyMatch(read -> Phrases.of("draft-" + read, "greeting").at(words, at) > 0);
            if (begins && !greets && !(isBare && isName(line, words, i))) {
                return false;
            }
        }
        return true;
    }

    /** Where the names after a phrase of greeting end, those behind "Good morning," too. */
    private static int endOfNames(String line, Sentence words, int phrase) {
        int end = phrase;
        int clause = words.clause().get(phrase - 1);
        boolean isBare = phrase < words.words().size() && words.clause().get(phrase) != clause;
        while (end < Math.min(words.words().size(), MAX_GREETING_WORDS)
                && words.clause().get(end) <= (isBare ? clause + 1 : clause)
                && isName(line, words, end)) {
            end++;
        }
        // "Hi, Lena here": no name, but a sentence.
        boolean goesOn = isBare && end < words.words().size() && words.clause().get(end) == clause + 1;
        int last = goesOn ? phrase : end;
        int at = words.starts().get(last - 1);
        while (at < line.length() && Character.isLetterOrDigit(line.charAt(at))) {
            at++;
        }
        return at;
    }

    private static boolean isName(String line, Sentence words, int index) {
        String word = words.words().get(index);
        return Character.isUpperCase(line.charAt(words.starts().get(index))) && !word.equals("i")
                || BETWEEN_NAMES.contains(word);
    }

    /** Past the punctuation behind the greeting. */
    private int letterStart(int greeted) {
        int start = greeted;
        while (greeted > 0 && start < own.length()
                && (Character.isWhitespace(own.charAt(start)) || ",!:–—-".indexOf(own.charAt(start)) >= 0)) {
            start++;
        }
        return start;
    }

    /** Index of the word after the longest phrase of a section that begins a line; -1 if none does. */
    private static int longest(String section, Sentence line) {
        return LANGUAGES.stream()
                .filter(read -> Phrases.of("draft-" + read, section + "-not").in(line) == null)
                .mapToInt(read -> Phrases.of("draft-" + read, section).at(line, 0))
                .max()
                .orElse(-1);
    }

    private int lineEnd(int from) {
        int end = own.indexOf('\n', from);
        return end < 0 ? own.length() : end;
    }

    /** Where the line of closing words begins; -1 if there is none. */
    private int closingStart(int from) {
        for (int start = lineEnd(from) + 1; start < own.length(); start = lineEnd(start) + 1) {
            int end = lineEnd(start);
            if (end - start > MAX_LINE || end - start < 2) {
                continue;
            }
            Sentence line = Sentence.of(own.substring(start, end).strip());
            int phrase = line.words().isEmpty() || line.isQuestion() ? -1 : longest("closing", line);
            if (phrase > 0 && line.words().size() - phrase <= MAX_CLOSING_REST) {
                return start;
            }
        }
        return -1;
    }

    private int postscriptStart(int from) {
        for (int start = lineEnd(from) + 1; start < own.length(); start = lineEnd(start) + 1) {
            if (POSTSCRIPT.matcher(own.substring(start, Math.min(lineEnd(start), start + MAX_LINE))).matches()) {
                return start;
            }
        }
        return own.length();
    }

    /** The sentences of a part of the new text. */
    private List<Said> said(int from, int to) {
        List<Said> said = new ArrayList<>();
        int visible = countVisible(own, 0, from);
        for (Sentence sentence : Sentence.all(own.substring(Math.min(from, to), to))) {
            said.add(new Said(sentence, visible));
            visible += countVisible(sentence.text(), 0, sentence.text().length());
        }
        return said;
    }

    private static int countVisible(String text, int from, int to) {
        int count = 0;
        for (int i = from; i < to; i++) {
            count += Character.isWhitespace(text.charAt(i)) ? 0 : 1;
        }
        return count;
    }

    /** Where the commonest words tell nothing, the greeting and the closing words may. */
    private String language(Sentence greetingLine, Sentence closingLine) {
        List<Sentence> all = new ArrayList<>(List.of(greetingLine));
        sentences.forEach(said -> all.add(said.sentence));
        all.add(closingLine);
        String told = Language.of(all);
        if (told != null) {
            return told;
        }
        int most = LANGUAGES.stream().mapToInt(read -> signs(read, greetingLine, closingLine)).max().orElse(0);
        List<String> possible = LANGUAGES.stream().filter(read -> signs(read, greetingLine, closingLine) == most).toList();
        return possible.size() == 1 ? possible.get(0) : null;
    }

    private static int signs(String read, Sentence greetingLine, Sentence closingLine) {
        return (Phrases.of("draft-" + read, "greeting").in(greetingLine) == null ? 0 : 1)
                + (Phrases.of("draft-" + read, "closing").in(closingLine) == null ? 0 : 1);
    }

    private List<String> readIn() {
        return language == null ? LANGUAGES : LANGUAGES.contains(language) ? List.of(language) : List.of();
    }

    /** The whole text of the draft. */
    public String text() {
        return text;
    }

    /** Whether it is in a language that drafts are read in, or may be. */
    public boolean isRead() {
        return !readIn().isEmpty();
    }

    /** Whether its language is told, and one that drafts are read in: only then can words be put into it. */
    public boolean isSurelyRead() {
        return language != null && isRead();
    }

    /** What the user added, greeting and closing words included. */
    public String own() {
        return own.strip();
    }

    /** The language of what the user added, such as "de"; null where it tells none. */
    public String language() {
        return language;
    }

    /** The greeting, without the comma behind it; null if there is none. */
    public Said greeting() {
        return greeting;
    }

    /** Whether there are closing words, such as "Best regards". */
    public boolean isClosed() {
        return isClosed;
    }

    /** The sentences of the letter itself: without greeting, closing words and what stands below them but a postscript. */
    public List<Said> sentences() {
        return sentences;
    }

    /** How many words the letter itself has. */
    public int words() {
        return sentences.stream().mapToInt(Said::words).sum();
    }

    /** The phrases of a section in all sentences; empty in a language that drafts are not read in. */
    public List<Found> find(String section) {
        return sentences.stream().flatMap(said -> said.find(section).stream()).toList();
    }

    /** Whether a phrase of a section stands in the letter. */
    public boolean says(String section) {
        return sentences.stream().anyMatch(said -> said.says(section));
    }
}
