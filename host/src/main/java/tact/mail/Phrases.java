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

    /** Phrases by their first word; those that begin with a pattern stand under the empty word. */
    private final Map<String, List<List<String>>> byFirstWord = new HashMap<>();

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
                for (List<String> words : expand(line)) {
                    String first = words.get(0);
                    boolean literal = !first.endsWith("*") && !first.equals("#");
                    phrases.byFirstWord.computeIfAbsent(literal ? first : "", key -> new ArrayList<>()).add(words);
                }
            }
        }
        return phrases;
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

    /** All word lists that a line stands for. */
    private static List<List<String>> expand(String line) {
        List<String> variants = new ArrayList<>(List.of(""));
        int at = 0;
        while (at < line.length()) {
            int open = line.indexOf('(', at);
            String before = open < 0 ? line.substring(at) : line.substring(at, open);
            variants.replaceAll(variant -> variant + before);
            if (open < 0) {
                break;
            }
            int close = line.indexOf(')', open);
            String[] choices = line.substring(open + 1, close).split("\\|", -1);
            List<String> longer = new ArrayList<>();
            for (String variant : variants) {
                for (String choice : choices) {
                    longer.add(variant + choice);
                }
            }
            variants = longer;
            at = close + 1;
        }
        return variants.stream().map(Phrases::words).toList();
    }

    private static List<String> words(String phrase) {
        List<String> words = new ArrayList<>();
        for (String token : phrase.strip().split("\\s+")) {
            if (token.equals(GAP) || token.equals("#")) {
                words.add(token);
            } else {
                boolean prefix = token.endsWith("*");
                Sentence.of(prefix ? token.substring(0, token.length() - 1) : token).words().forEach(words::add);
                if (prefix) {
                    words.set(words.size() - 1, words.get(words.size() - 1) + "*");
                }
            }
        }
        return words;
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
            for (List<String> phrase : byFirstWord.getOrDefault(key, List.of())) {
                longest = Math.max(longest, end(sentence.words(), first, phrase, 0));
            }
        }
        return longest;
    }

    private static int end(List<String> words, int at, List<String> phrase, int from) {
        int position = at;
        for (int i = from; i < phrase.size(); i++) {
            String wanted = phrase.get(i);
            if (wanted.equals(GAP)) {
                for (int gap = 0; gap <= MAX_GAP; gap++) {
                    int end = end(words, position + gap, phrase, i + 1);
                    if (end > 0) {
                        return end;
                    }
                }
                return -1;
            }
            if (position >= words.size() || !matches(words.get(position), wanted)) {
                return -1;
            }
            position++;
        }
        return position;
    }

    private static boolean matches(String word, String wanted) {
        if (wanted.equals("#")) {
            return Character.isDigit(word.charAt(0));
        }
        return wanted.endsWith("*") ? word.startsWith(wanted.substring(0, wanted.length() - 1)) : word.equals(wanted);
    }
}
