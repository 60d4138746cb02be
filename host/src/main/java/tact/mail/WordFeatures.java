package tact.mail;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What a {@link LinearModel} sees of a sentence: its words, pairs of neighbouring words, beginnings and pieces of words in place
 * of stems, words under a negation, words of a question. At most a few dozen to a word: their number is linear in the text.
 */
final class WordFeatures {

    private static final int STEM = 5;
    private static final int PIECE = 4;
    private static final int NEGATED_WORDS = 4;
    private static final String CLAUSE = "^";
    private static final String NEGATION = "!";
    private static final String QUESTION = "?";
    private static final Set<String> NEGATIONS = Set.of(
            "not", "no", "never", "t", "cannot", "nobody", "none", "without", "nor",
            "nicht", "nie", "niemals", "niemand", "nichts", "ohne", "ned", "net", "noed", "nid",
            "kein", "keine", "keinen", "keinem", "keiner", "keinerlei");

    private WordFeatures() {}

    /** Each once, in order; without white space. */
    static Set<String> of(Sentence sentence) {
        Set<String> features = new LinkedHashSet<>();
        List<String> words = sentence.words();
        String question = sentence.isQuestion() ? QUESTION : "";
        int negation = -NEGATED_WORDS - 1;
        for (int i = 0; i < words.size(); i++) {
            String word = digitless(words.get(i));
            boolean opens = i == 0 || !sentence.clause().get(i).equals(sentence.clause().get(i - 1));
            String before = opens ? CLAUSE : digitless(words.get(i - 1));
            String stem = word.substring(0, Math.min(word.length(), STEM));
            features.add(word);
            features.add(stem + "*");
            features.add(before + "_" + word);
            if (!question.isEmpty()) {
                features.add(QUESTION + word);
            }
            if (i - negation <= NEGATED_WORDS) {
                features.add(NEGATION + stem);
            }
            addPieces(word, features);
            negation = NEGATIONS.contains(word) ? i : negation;
        }
        features.add(question.isEmpty() ? "." : QUESTION);
        return features;
    }

    private static void addPieces(String word, Set<String> features) {
        String framed = "<" + word + ">";
        for (int i = 0; i + PIECE <= framed.length(); i++) {
            features.add("~" + framed.substring(i, i + PIECE));
        }
    }

    /** Figures are all one: a day, a price, an hour. */
    private static String digitless(String word) {
        return Character.isDigit(word.charAt(0)) ? "#" : word;
    }
}
