package tact.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * What people and machines write, as data: {@code phrases/<language>.txt}, one phrase a line under the heading of its section.
 * {@code (a|b|)} stands for a, b or nothing, {@code ...} for up to four words of the same sentence, {@code word*} for all words
 * that begin so, {@code #} for a number; {@code //} begins a comment. Each file is read once, when a phrase of it is first needed.
 */
final class Phrases {

    /** All languages there are phrases of (RFC 5646). */
    static final List<String> LANGUAGES = List.of("de", "en", "fr", "es", "it", "nl", "pt", "pl");

    private static final int MAX_GAP = 4;
    private static final String GAP = "...";
    private static final Map<String, Map<String, List<String>>> FILES = new ConcurrentHashMap<>();
    private static final Map<String, Phrases> COMPILED = new ConcurrentHashMap<>();

    /**
     * Where a phrase stands in a sentence.
     *
     * @param first index of its first word
     * @param end   index of the word after its last
     */
    record Match(Sentence sentence, int first, int end) {}

    /** Phrases by each word they may begin with; those that begin with a pattern stand under the empty word. */
    private final Map<String, List<List<List<List<String>>>>> byFirstWord = new HashMap<>();

    private Phrases() {}

    /** The phrases of a section in a language; none if it has no such section. */
    static Phrases of(String language, String section) {
        return COMPILED.computeIfAbsent(language + "/" + section, key -> compile(List.of(language), section));
    }

    /** The phrases of a section in all languages. */
    static Phrases everywhere(String section) {
        return COMPILED.computeIfAbsent("*/" + section, key -> compile(LANGUAGES, section));
    }

    /** The lines of a section as they stand in the file. */
    static List<String> lines(String language, String section) {
        return FILES.computeIfAbsent(language, Phrases::load).getOrDefault(section, List.of());
    }

    private static Phrases compile(List<String> languages, String section) {
        Phrases phrases = new Phrases();
        for (String language : languages) {
            for (String line : lines(language, section)) {
                phrases.add(parse(line));
            }
        }
        return phrases;
    }

    private void add(List<List<List<String>>> phrase) {
        boolean mayBeSkipped = true;
        for (int i = 0; i < phrase.size() && mayBeSkipped; i++) {
            mayBeSkipped = false;
            for (List<String> choice : phrase.get(i)) {
                if (choice.isEmpty()) {
                    mayBeSkipped = true;
                } else {
                    String first = choice.get(0);
                    String key = first.endsWith("*") || first.equals("#") ? "" : first;
                    List<List<List<List<String>>>> under = byFirstWord.computeIfAbsent(key, word -> new ArrayList<>());
                    if (under.isEmpty() || under.get(under.size() - 1) != phrase) {
                        under.add(phrase);
                    }
                }
            }
        }
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

    /** A line as its elements in order, each the word lists it may stand for. */
    private static List<List<List<String>>> parse(String line) {
        List<List<List<String>>> phrase = new ArrayList<>();
        int at = 0;
        while (at < line.length()) {
            int open = line.indexOf('(', at);
            for (String word : words(open < 0 ? line.substring(at) : line.substring(at, open))) {
                phrase.add(List.of(List.of(word)));
            }
            if (open < 0) {
                break;
            }
            int close = line.indexOf(')', open);
            phrase.add(Stream.of(line.substring(open + 1, close).split("\\|", -1)).map(Phrases::words).toList());
            at = close + 1;
        }
        return phrase;
    }

    private static List<String> words(String phrase) {
        List<String> words = new ArrayList<>();
        for (String token : phrase.strip().split(" ")) {
            if (token.equals(GAP) || token.equals("#")) {
                words.add(token);
            } else if (token.endsWith("*")) {
                words.add(Sentence.fold(token.substring(0, token.length() - 1)) + "*");
            } else {
                addFolded(token, words);
            }
        }
        return words;
    }

    /** As a sentence is cut into words, without what only sentences need: all phrases are read when the first mail is. */
    private static void addFolded(String token, List<String> words) {
        int start = 0;
        for (int i = 0; i <= token.length(); i++) {
            if (i == token.length() || !Character.isLetterOrDigit(token.charAt(i))) {
                if (i > start) {
                    words.add(Sentence.fold(token.substring(start, i)));
                }
                start = i + 1;
            }
        }
    }

    /** The first place where a phrase stands; null if there is none. */
    Match in(Sentence sentence) {
        for (int i = 0; i < sentence.words().size(); i++) {
            int end = at(sentence, i);
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
        for (int i = 0; i < sentence.words().size(); i++) {
            int end = at(sentence, i);
            if (end > 0) {
                matches.add(new Match(sentence, i, end));
            }
        }
        return matches;
    }

    /** Index of the word after the longest phrase that begins at a word; -1 if none does. */
    int at(Sentence sentence, int first) {
        int longest = -1;
        for (String key : List.of(sentence.words().get(first), "")) {
            for (List<List<List<String>>> phrase : byFirstWord.getOrDefault(key, List.of())) {
                longest = Math.max(longest, end(sentence.words(), first, phrase, 0));
            }
        }
        return longest > first ? longest : -1;
    }

    /** The longest way to read the elements from one on; -1 if there is none. */
    private static int end(List<String> words, int at, List<List<List<String>>> phrase, int element) {
        if (element == phrase.size()) {
            return at;
        }
        int longest = -1;
        for (List<String> choice : phrase.get(element)) {
            longest = Math.max(longest, end(words, at, phrase, element, choice, 0));
        }
        return longest;
    }

    private static int end(List<String> words, int at, List<List<List<String>>> phrase, int element, List<String> choice, int from) {
        int position = at;
        for (int i = from; i < choice.size(); i++) {
            if (choice.get(i).equals(GAP)) {
                int longest = -1;
                for (int gap = 0; gap <= MAX_GAP && longest < 0; gap++) {
                    longest = end(words, position + gap, phrase, element, choice, i + 1);
                }
                return longest;
            }
            if (position >= words.size() || !matches(words.get(position), choice.get(i))) {
                return -1;
            }
            position++;
        }
        return end(words, position, phrase, element + 1);
    }

    private static boolean matches(String word, String wanted) {
        if (wanted.equals("#")) {
            return Character.isDigit(word.charAt(0));
        }
        return wanted.endsWith("*") ? word.startsWith(wanted.substring(0, wanted.length() - 1)) : word.equals(wanted);
    }
}
