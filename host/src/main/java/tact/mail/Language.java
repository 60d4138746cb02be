package tact.mail;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Which of the languages of {@link Phrases} a text is in, by its commonest words. */
final class Language {

    private static final int MAX_WORDS = 400;
    /** A single word that two languages share proves nothing. */
    private static final int MIN_WORDS = 2;
    private static final Map<String, Set<String>> WORDS = new ConcurrentHashMap<>();

    private Language() {}

    /** The language (RFC 5646); null where the words tell none, or two alike. */
    static String of(List<Sentence> sentences) {
        String best = null;
        int most = 0;
        int second = 0;
        for (String language : Phrases.LANGUAGES) {
            int count = count(sentences, words(language));
            if (count > most) {
                second = most;
                most = count;
                best = language;
            } else {
                second = Math.max(second, count);
            }
        }
        return most > second && most >= MIN_WORDS ? best : null;
    }

    private static Set<String> words(String language) {
        return WORDS.computeIfAbsent(language, key -> {
            Set<String> words = new HashSet<>();
            Phrases.lines(key, "common-words").forEach(line -> words.addAll(Sentence.of(line).words()));
            return words;
        });
    }

    private static int count(List<Sentence> sentences, Set<String> common) {
        int seen = 0;
        int count = 0;
        for (Sentence sentence : sentences) {
            for (String word : sentence.words()) {
                count += common.contains(word) ? 1 : 0;
                if (++seen > MAX_WORDS) {
                    return count;
                }
            }
        }
        return count;
    }
}
