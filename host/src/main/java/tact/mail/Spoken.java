package tact.mail;

import java.util.List;
import java.util.regex.Pattern;

/** A few sentences as somebody says them, in any language that there are phrases of. */
public final class Spoken {

    private static final Pattern WHITE_SPACE = Pattern.compile("\\s+");

    private final List<Sentence> sentences;

    private Spoken(List<Sentence> sentences) {
        this.sentences = sentences;
    }

    /** @param text of which no more than 16 Ki characters are looked at */
    public static Spoken of(String text) {
        return new Spoken(Sentence.all(text).stream().filter(sentence -> !sentence.words().isEmpty()).toList());
    }

    /** As written, each on one line. */
    public List<String> sentences() {
        return sentences.stream().map(Sentence::text).toList();
    }

    /** How many words there are in all sentences, as one counts them by ear. */
    public int words() {
        return sentences.stream().mapToInt(sentence -> count(sentence.text())).sum();
    }

    /** Whether a phrase of this section stands in them. */
    public boolean says(String section) {
        return Phrases.everywhere(section).in(sentences) != null;
    }

    private static int count(String sentence) {
        return (int) WHITE_SPACE.splitAsStream(sentence)
                .filter(word -> word.chars().anyMatch(Character::isLetterOrDigit))
                .count();
    }
}
