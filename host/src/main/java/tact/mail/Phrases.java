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
    private static final Set<String> EDGES = Set.of(CLAUSE_BEGINS, CLAUSE_ENDS, SENTENCE_ENDS);
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
    private record Element(Set<String> words, Map<String, List<Part[]>> runs, List<Part[]> others) {

        private boolean mayBeEmpty() {
            return others.stream().anyMatch(choice -> Arrays.stream(choice).allMatch(Part::isEmpty));
        }
    }

    private enum PartKind { WORD, BEGINNING, END, NUMBER, GAP, EDGE, SECTION }

    /**
     * A part of a choice.
     *
     * @param text    a folded word, the beginning or the end of one, or a sign
     * @param section the phrases of another section instead; null if it is none
     */
    private record Part(PartKind kind, String text, Phrases section) {

        private boolean isEmpty() {
            return kind == PartKind.GAP || kind == PartKind.EDGE;
        }

        private boolean matches(String word) {
            return switch (kind) {
                case BEGINNING -> word.startsWith(text);
                case END -> word.endsWith(text);
                case NUMBER -> Character.isDigit(word.charAt(0));
                default -> word.equals(text);
            };
        }
    }

    /** Phrases by each word they may begin with. */
    private final Map<String, List<Element[]>> byFirstWord = new HashMap<>();
    /** Those that may begin with a pattern: they are tried at every word. */
    private final List<Element[]> patterns = new ArrayList<>();

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

    private void add(Element[] phrase) {
        Set<String> keys = new HashSet<>();
        boolean isPattern = false;
        for (Element element : phrase) {
            keys.addAll(element.words());
            keys.addAll(element.runs().keySet());
            for (Part[] choice : element.others()) {
                isPattern |= addFirstWords(choice, keys);
            }
            if (!element.mayBeEmpty()) {
                break;
            }
        }
        if (isPattern) {
            patterns.add(phrase);
        } else {
            keys.forEach(key -> byFirstWord.computeIfAbsent(key, word -> new ArrayList<>()).add(phrase));
        }
    }

    /** Whether the choice may begin with a pattern. */
    private static boolean addFirstWords(Part[] choice, Set<String> keys) {
        Part first = Arrays.stream(choice).filter(part -> !part.isEmpty()).findFirst().orElse(null);
        if (first == null) {
            return false;
        }
        if (first.section() != null) {
            keys.addAll(first.section().byFirstWord.keySet());
            return !first.section().patterns.isEmpty();
        }
        keys.add(first.text());
        return first.kind() != PartKind.WORD;
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

    private static Element[] parse(String line, String language) {
        List<Element> phrase = new ArrayList<>();
        int at = 0;
        while (at < line.length()) {
            int open = line.indexOf('(', at);
            for (Part part : parts(open < 0 ? line.substring(at) : line.substring(at, open), language)) {
                phrase.add(element(List.<Part[]>of(new Part[] {part})));
            }
            if (open < 0) {
                break;
            }
            int close = closing(line, open);
            List<Part[]> choices = new ArrayList<>();
            for (String choice : choices(line.substring(open + 1, close))) {
                choices.add(choice.indexOf('(') < 0 ? parts(choice, language) : new Part[] {nested(choice, language)});
            }
            phrase.add(element(choices));
            at = close + 1;
        }
        return phrase.toArray(Element[]::new);
    }

    private static Part nested(String choice, String language) {
        Phrases inner = new Phrases();
        inner.add(parse(choice, language));
        return new Part(PartKind.SECTION, choice, inner);
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

    private static Element element(List<Part[]> choices) {
        Set<String> words = new HashSet<>();
        Map<String, List<Part[]>> runs = new HashMap<>();
        List<Part[]> others = new ArrayList<>();
        for (Part[] choice : choices) {
            if (choice.length == 0 || choice[0].kind() != PartKind.WORD) {
                others.add(choice);
            } else if (choice.length == 1) {
                words.add(choice[0].text());
            } else {
                runs.computeIfAbsent(choice[0].text(), word -> new ArrayList<>()).add(choice);
            }
        }
        return new Element(words, runs, others);
    }

    private static Part[] parts(String phrase, String language) {
        List<Part> parts = new ArrayList<>();
        for (String token : phrase.strip().split(" ")) {
            if (token.equals(GAP)) {
                parts.add(new Part(PartKind.GAP, token, null));
            } else if (token.equals(NUMBER)) {
                parts.add(new Part(PartKind.NUMBER, token, null));
            } else if (EDGES.contains(token)) {
                parts.add(new Part(PartKind.EDGE, token, null));
            } else if (token.startsWith("<")) {
                parts.add(new Part(PartKind.SECTION, token, of(language, token.substring(1, token.length() - 1))));
            } else if (token.startsWith("*")) {
                parts.add(new Part(PartKind.END, Sentence.fold(token.substring(1)), null));
            } else if (token.endsWith("*")) {
                parts.add(new Part(PartKind.BEGINNING, Sentence.fold(token.substring(0, token.length() - 1)), null));
            } else {
                addFolded(token, parts);
            }
        }
        return parts.toArray(Part[]::new);
    }

    /** As a sentence is cut into words, without what only sentences need: all phrases are read when the first mail is. */
    private static void addFolded(String token, List<Part> parts) {
        int start = 0;
        for (int i = 0; i <= token.length(); i++) {
            if (i == token.length() || !Character.isLetterOrDigit(token.charAt(i))) {
                if (i > start) {
                    parts.add(new Part(PartKind.WORD, Sentence.fold(token.substring(start, i)), null));
                }
                start = i + 1;
            }
        }
    }

    /** The first place where a phrase stands; null if there is none. */
    Match in(Sentence sentence) {
        return in(new Reader(sentence));
    }

    Match in(Reader reader) {
        for (int i = 0; i < reader.words.length; i++) {
            int end = at(reader, i);
            if (end > 0) {
                return new Match(reader.sentence, i, end);
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
        return all(new Reader(sentence));
    }

    List<Match> all(Reader reader) {
        List<Match> matches = new ArrayList<>();
        for (int i = 0; i < reader.words.length; i++) {
            int end = at(reader, i);
            if (end > 0) {
                matches.add(new Match(reader.sentence, i, end));
            }
        }
        return matches;
    }

    /** Index of the word after the longest phrase that begins at a word; -1 if none does. */
    int at(Sentence sentence, int first) {
        return at(new Reader(sentence), first);
    }

    int at(Reader reader, int first) {
        long ends = reader.ends(this, first) & ~1L;
        return ends == 0 ? -1 : first + MAX_WORDS - Long.numberOfLeadingZeros(ends);
    }

    /**
     * Reads one sentence, and remembers where the phrases of the sections that others name end: many name the same, so that
     * who asks a sentence for several sections asks one reader.
     */
    static final class Reader {

        private static final long UNKNOWN = -1;

        private final Sentence sentence;
        private final String[] words;
        private final Map<Phrases, long[]> known = new IdentityHashMap<>();

        Reader(Sentence sentence) {
            this.sentence = sentence;
            this.words = sentence.words().toArray(String[]::new);
        }

        Sentence sentence() {
            return sentence;
        }

        /** Where the phrases that begin at a word end: the n-th bit is the place n words on. */
        private long ends(Phrases phrases, int first) {
            if (first >= words.length) {
                return 0;
            }
            return ends(phrases.byFirstWord.get(words[first]), first) | ends(phrases.patterns, first);
        }

        private long ends(List<Element[]> phrases, int first) {
            if (phrases == null) {
                return 0;
            }
            long ends = 0;
            for (int n = 0; n < phrases.size(); n++) {
                Element[] phrase = phrases.get(n);
                long at = 1;
                for (int i = 0; i < phrase.length && at != 0; i++) {
                    at = after(phrase[i], first, at, i == phrase.length - 1);
                }
                ends |= at;
            }
            return ends;
        }

        private long sectionEnds(Phrases section, int first) {
            if (first >= words.length) {
                return 0;
            }
            long[] ends = known.get(section);
            if (ends == null) {
                ends = new long[words.length];
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
                int count = Long.numberOfTrailingZeros(left);
                if (count < MAX_WORDS && first + count < words.length) {
                    String word = words[first + count];
                    if (element.words().contains(word)) {
                        after |= 2L << count;
                    }
                    if (!element.runs().isEmpty()) {
                        after |= after(element.runs().get(word), first, 1L << count, isLast);
                    }
                }
            }
            return after | after(element.others(), first, before, isLast);
        }

        private long after(List<Part[]> choices, int first, long before, boolean isLast) {
            if (choices == null) {
                return 0;
            }
            long after = 0;
            for (int n = 0; n < choices.size(); n++) {
                Part[] choice = choices.get(n);
                long at = before;
                for (int i = 0; i < choice.length && at != 0; i++) {
                    at = after(choice[i], first, at, isLast && i == choice.length - 1);
                }
                after |= at;
            }
            return after;
        }

        private long after(Part part, int first, long before, boolean isLast) {
            if (part.kind() == PartKind.GAP) {
                return isLast ? before : gap(first, before);
            }
            long after = 0;
            for (long left = before; left != 0; left &= left - 1) {
                int count = Long.numberOfTrailingZeros(left);
                int place = first + count;
                if (part.kind() == PartKind.SECTION) {
                    after |= sectionEnds(part.section(), place) << count;
                } else if (part.kind() == PartKind.EDGE) {
                    after |= stands(part.text(), place) ? 1L << count : 0;
                } else if (count < MAX_WORDS && place < words.length && part.matches(words[place])) {
                    after |= 2L << count;
                }
            }
            return after;
        }

        /** Words may be left out up to where their clause ends. */
        private long gap(int first, long before) {
            long after = before;
            for (long left = before; left != 0; left &= left - 1) {
                int count = Long.numberOfTrailingZeros(left);
                int end = Math.min(words.length - first, Math.min(count + MAX_GAP, MAX_WORDS));
                for (int i = Math.max(count, 1); i < end && inOneClause(first + i); i++) {
                    after |= 2L << i;
                }
            }
            return after;
        }

        private boolean inOneClause(int word) {
            return sentence.clause().get(word).equals(sentence.clause().get(word - 1));
        }

        private boolean stands(String sign, int place) {
            int size = words.length;
            if (sign.equals(SENTENCE_ENDS)) {
                return place == size;
            }
            boolean isEdge = place == 0 || place == size || place < size && !inOneClause(place);
            return isEdge && place != (sign.equals(CLAUSE_BEGINS) ? size : 0);
        }
    }
}
