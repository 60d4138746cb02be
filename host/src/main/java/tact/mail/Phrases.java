package tact.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What people and machines write, as data: {@code phrases/<language>.txt}, one phrase a line under the heading of its section.
 * {@code (a|b|)} stands for a, b or nothing, {@code <name>} for any phrase of that section, {@code ...} for up to four words of
 * the same sentence, {@code word*} and {@code *word} for all words that begin or end so, {@code #} for a number; {@code ^} and {@code $} are where a
 * clause begins and ends, {@code $$} is where the sentence ends; {@code //} begins a comment. Each file is read once, when a
 * phrase of it is first needed.
 *
 * <p>All ways to read a phrase are followed at once, as a set of places in the sentence: nothing is tried twice.
 */
final class Phrases {

    /** All languages there are phrases of (RFC 5646). */
    static final List<String> LANGUAGES = List.of("de", "en", "fr", "es", "it", "nl", "pt", "pl");

    private static final int MAX_GAP = 4;
    private static final String GAP = "...";
    private static final String NUMBER = "#";
    private static final String CLAUSE_BEGINS = "^";
    private static final String CLAUSE_ENDS = "$";
    private static final String SENTENCE_ENDS = "$$";
    private static final Set<String> SIGNS = Set.of(GAP, NUMBER, CLAUSE_BEGINS, CLAUSE_ENDS, SENTENCE_ENDS);
    /** Of the first word and those after it that a phrase may span, each has its bit. */
    private static final int MAX_WORDS = Long.SIZE - 1;
    private static final Map<String, Map<String, List<String>>> FILES = new ConcurrentHashMap<>();
    private static final Map<String, Phrases> COMPILED = new ConcurrentHashMap<>();

    /**
     * Where a phrase stands in a sentence.
     *
     * @param first index of its first word
     * @param end   index of the word after its last
     */
    record Match(Sentence sentence, int first, int end) {}

    /**
     * One element of a phrase.
     *
     * @param words  single words that may stand for it
     * @param runs   several words that may, by the first of them
     * @param others what else may: signs, beginnings, sections, nothing
     */
    private record Element(Set<String> words, Map<String, List<List<Part>>> runs, List<List<Part>> others) {

        private boolean mayBeEmpty() {
            return others.stream().anyMatch(choice -> choice.stream().allMatch(Part::isEmpty));
        }
    }

    /**
     * A part of a choice.
     *
     * @param text    a folded word, the beginning or the end of one with an asterisk, or a sign
     * @param section the phrases of another section instead; null if it is none
     */
    private record Part(String text, Phrases section) {

        private boolean isGap() {
            return text.equals(GAP);
        }

        private boolean isEmpty() {
            return isGap() || text.equals(CLAUSE_BEGINS) || text.equals(CLAUSE_ENDS) || text.equals(SENTENCE_ENDS);
        }

        private boolean isWord() {
            return section == null && !text.endsWith("*") && !text.startsWith("*") && !SIGNS.contains(text);
        }
    }

    /** Phrases by each word they may begin with; those that begin with a pattern stand under the empty word. */
    private final Map<String, List<List<Element>>> byFirstWord = new HashMap<>();

    private Phrases() {}

    /** The phrases of a section in a language; none if it has no such section. */
    static Phrases of(String language, String section) {
        return compiled(language + "/" + section, List.of(language), section);
    }

    /** The phrases of a section in all languages. */
    static Phrases everywhere(String section) {
        return compiled("*/" + section, LANGUAGES, section);
    }

    /** The lines of a section as they stand in the file. */
    static List<String> lines(String language, String section) {
        return FILES.computeIfAbsent(language, Phrases::load).getOrDefault(section, List.of());
    }

    private static Phrases compiled(String key, List<String> languages, String section) {
        Phrases phrases = COMPILED.get(key);
        if (phrases == null) {
            phrases = new Phrases();
            for (String language : languages) {
                for (String line : lines(language, section)) {
                    phrases.add(parse(line, language));
                }
            }
            COMPILED.put(key, phrases);
        }
        return phrases;
    }

    private void add(List<Element> phrase) {
        Set<String> keys = new HashSet<>();
        for (Element element : phrase) {
            keys.addAll(element.words());
            keys.addAll(element.runs().keySet());
            element.others().forEach(choice -> keys.addAll(firstWords(choice)));
            if (!element.mayBeEmpty()) {
                break;
            }
        }
        keys.forEach(key -> byFirstWord.computeIfAbsent(key, word -> new ArrayList<>()).add(phrase));
    }

    private static Set<String> firstWords(List<Part> choice) {
        Part first = choice.stream().filter(part -> !part.isEmpty()).findFirst().orElse(null);
        if (first == null) {
            return Set.of();
        }
        return first.section() != null ? first.section().byFirstWord.keySet() : Set.of(first.isWord() ? first.text() : "");
    }

    private static Map<String, List<String>> load(String language) {
        Map<String, List<String>> sections = new LinkedHashMap<>();
        List<String> section = new ArrayList<>();
        try (InputStream in = Phrases.class.getResourceAsStream("/tact/phrases/" + language + ".txt");
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                int comment = line.indexOf("//");
                String phrase = (comment < 0 ? line : line.substring(0, comment)).strip();
                if (phrase.startsWith("[")) {
                    section = sections.computeIfAbsent(phrase.substring(1, phrase.length() - 1), key -> new ArrayList<>());
                } else if (!phrase.isEmpty()) {
                    section.add(phrase);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The phrases of " + language + " cannot be read.", e);
        }
        return sections;
    }

    private static List<Element> parse(String line, String language) {
        List<Element> phrase = new ArrayList<>();
        int at = 0;
        while (at < line.length()) {
            int open = line.indexOf('(', at);
            for (Part part : parts(open < 0 ? line.substring(at) : line.substring(at, open), language)) {
                phrase.add(element(List.of(List.of(part))));
            }
            if (open < 0) {
                break;
            }
            int close = closing(line, open);
            List<List<Part>> choices = new ArrayList<>();
            for (String choice : choices(line.substring(open + 1, close))) {
                choices.add(choice.indexOf('(') < 0 ? parts(choice, language) : List.of(nested(choice, language)));
            }
            phrase.add(element(choices));
            at = close + 1;
        }
        return phrase;
    }

    private static Part nested(String choice, String language) {
        Phrases inner = new Phrases();
        inner.add(parse(choice, language));
        return new Part(choice, inner);
    }

    private static int closing(String line, int open) {
        int depth = 0;
        for (int i = open; i < line.length(); i++) {
            depth += line.charAt(i) == '(' ? 1 : line.charAt(i) == ')' ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        throw new IllegalArgumentException("A bracket is not closed: " + line);
    }

    private static List<String> choices(String text) {
        List<String> choices = new ArrayList<>();
        int depth = 0;
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (c == '|' && depth == 0) {
                choices.add(text.substring(start, i));
                start = i + 1;
            }
        }
        choices.add(text.substring(start));
        return choices;
    }

    private static Element element(List<List<Part>> choices) {
        Set<String> words = new HashSet<>();
        Map<String, List<List<Part>>> runs = new HashMap<>();
        List<List<Part>> others = new ArrayList<>();
        for (List<Part> choice : choices) {
            if (choice.isEmpty() || !choice.get(0).isWord()) {
                others.add(choice);
            } else if (choice.size() == 1) {
                words.add(choice.get(0).text());
            } else {
                runs.computeIfAbsent(choice.get(0).text(), word -> new ArrayList<>()).add(choice);
            }
        }
        return new Element(words, runs, others);
    }

    private static List<Part> parts(String phrase, String language) {
        List<Part> parts = new ArrayList<>();
        for (String token : phrase.strip().split(" ")) {
            if (SIGNS.contains(token)) {
                parts.add(new Part(token, null));
            } else if (token.startsWith("<")) {
                parts.add(new Part(token, of(language, token.substring(1, token.length() - 1))));
            } else if (token.startsWith("*")) {
                parts.add(new Part("*" + Sentence.fold(token.substring(1)), null));
            } else if (token.endsWith("*")) {
                parts.add(new Part(Sentence.fold(token.substring(0, token.length() - 1)) + "*", null));
            } else {
                addFolded(token, parts);
            }
        }
        return parts;
    }

    /** As a sentence is cut into words, without what only sentences need: all phrases are read when the first mail is. */
    private static void addFolded(String token, List<Part> parts) {
        int start = 0;
        for (int i = 0; i <= token.length(); i++) {
            if (i == token.length() || !Character.isLetterOrDigit(token.charAt(i))) {
                if (i > start) {
                    parts.add(new Part(Sentence.fold(token.substring(start, i)), null));
                }
                start = i + 1;
            }
        }
    }

    /** The first place where a phrase stands; null if there is none. */
    Match in(Sentence sentence) {
        Reader reader = new Reader(sentence);
        for (int i = 0; i < sentence.words().size(); i++) {
            int end = at(reader, i);
            if (end > 0) {
                return new Match(sentence, i, end);
            }
        }
        return null;
    }

    /** The first place in any of the sentences; null if there is none. */
    Match in(List<Sentence> sentences) {
        for (Sentence sentence : sentences) {
            Match match = in(sentence);
            if (match != null) {
                return match;
            }
        }
        return null;
    }

    /** All places, overlapping ones too, by their first words. */
    List<Match> all(Sentence sentence) {
        List<Match> matches = new ArrayList<>();
        Reader reader = new Reader(sentence);
        for (int i = 0; i < sentence.words().size(); i++) {
            int end = at(reader, i);
            if (end > 0) {
                matches.add(new Match(sentence, i, end));
            }
        }
        return matches;
    }

    /** Index of the word after the longest phrase that begins at a word; -1 if none does. */
    int at(Sentence sentence, int first) {
        return at(new Reader(sentence), first);
    }

    private int at(Reader reader, int first) {
        long ends = reader.ends(this, first) & ~1L;
        return ends == 0 ? -1 : first + MAX_WORDS - Long.numberOfLeadingZeros(ends);
    }

    /** Reads one sentence, and remembers where the phrases of the sections that others name end: many name the same. */
    private static final class Reader {

        private static final long UNKNOWN = -1;

        private final Sentence sentence;
        private final Map<Phrases, long[]> known = new IdentityHashMap<>();

        private Reader(Sentence sentence) {
            this.sentence = sentence;
        }

        /** Where the phrases that begin at a word end: the n-th bit is the place n words on. */
        private long ends(Phrases phrases, int first) {
            if (first >= sentence.words().size()) {
                return 0;
            }
            List<List<Element>> named = phrases.byFirstWord.get(sentence.words().get(first));
            List<List<Element>> patterns = phrases.byFirstWord.get("");
            return named == null && patterns == null ? 0 : ends(named, first) | ends(patterns, first);
        }

        private long ends(List<List<Element>> phrases, int first) {
            long ends = 0;
            if (phrases != null) {
                for (List<Element> phrase : phrases) {
                    long at = 1;
                    for (int i = 0; i < phrase.size() && at != 0; i++) {
                        at = after(phrase.get(i), first, at, i == phrase.size() - 1);
                    }
                    ends |= at;
                }
            }
            return ends;
        }

        private long sectionEnds(Phrases section, int first) {
            if (first >= sentence.words().size()) {
                return 0;
            }
            long[] ends = known.get(section);
            if (ends == null) {
                ends = new long[sentence.words().size()];
                Arrays.fill(ends, UNKNOWN);
                known.put(section, ends);
            }
            if (ends[first] == UNKNOWN) {
                ends[first] = ends(section, first);
            }
            return ends[first];
        }

        /** The places after an element, of those before it. */
        private long after(Element element, int first, long before, boolean isLast) {
            long after = 0;
            for (long left = before; left != 0; left &= left - 1) {
                int words = Long.numberOfTrailingZeros(left);
                if (words < MAX_WORDS && first + words < sentence.words().size()) {
                    String word = sentence.words().get(first + words);
                    after |= element.words().contains(word) ? 2L << words : 0;
                    after |= after(element.runs().getOrDefault(word, List.of()), first, 1L << words, isLast);
                }
            }
            return after | after(element.others(), first, before, isLast);
        }

        private long after(List<List<Part>> choices, int first, long before, boolean isLast) {
            long after = 0;
            for (List<Part> choice : choices) {
                long at = before;
                for (int i = 0; i < choice.size() && at != 0; i++) {
                    at = after(choice.get(i), first, at, isLast && i == choice.size() - 1);
                }
                after |= at;
            }
            return after;
        }

        private long after(Part part, int first, long before, boolean isLast) {
            if (part.isGap()) {
                return isLast ? before : gap(sentence, first, before);
            }
            long after = 0;
            for (long left = before; left != 0; left &= left - 1) {
                int words = Long.numberOfTrailingZeros(left);
                int place = first + words;
                if (part.section() != null) {
                    after |= sectionEnds(part.section(), place) << words;
                } else if (part.isEmpty()) {
                    after |= stands(part.text(), sentence, place) ? 1L << words : 0;
                } else if (words < MAX_WORDS && place < sentence.words().size()
                        && matches(sentence.words().get(place), part.text())) {
                    after |= 2L << words;
                }
            }
            return after;
        }
    }

    /** Words may be left out up to where their clause ends. */
    private static long gap(Sentence sentence, int first, long before) {
        long after = before;
        for (long left = before; left != 0; left &= left - 1) {
            int words = Long.numberOfTrailingZeros(left);
            int end = Math.min(sentence.words().size() - first, Math.min(words + MAX_GAP, MAX_WORDS));
            for (int i = Math.max(words, 1); i < end && inOneClause(sentence, first + i); i++) {
                after |= 2L << i;
            }
        }
        return after;
    }

    private static boolean inOneClause(Sentence sentence, int word) {
        return sentence.clause().get(word).equals(sentence.clause().get(word - 1));
    }

    private static boolean stands(String sign, Sentence sentence, int place) {
        int size = sentence.words().size();
        if (sign.equals(SENTENCE_ENDS)) {
            return place == size;
        }
        boolean isEdge = place == 0 || place == size || place < size && !inOneClause(sentence, place);
        return isEdge && place != (sign.equals(CLAUSE_BEGINS) ? size : 0);
    }

    private static boolean matches(String word, String wanted) {
        if (wanted.equals(NUMBER)) {
            return Character.isDigit(word.charAt(0));
        }
        if (wanted.startsWith("*")) {
            return word.endsWith(wanted.substring(1));
        }
        return wanted.endsWith("*") ? word.startsWith(wanted.substring(0, wanted.length() - 1)) : word.equals(wanted);
    }
}
