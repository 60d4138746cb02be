package tact.mail;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Whether a human's mail makes two people known to each other ("I'd like to introduce you to Anna", "darf ich
 * vorstellen"), read from English and German. Who introduces themselves or a product, offers to introduce, asks or
 * thanks for it, does not.
 */
final class Introduction {

    private static final List<String> LANGUAGES = List.of("en", "de");
    /** Nobody introduces in a longer sentence; but code and logs look like one. */
    private static final int MAX_WORDS = 60;
    private static final Set<String> PRONOUNS = Set.of("sie", "ihnen", "euch", "dir", "dich");
    private static final int NEGATION_WORDS = 3;
    /** Words within which stands who is introduced: "to our new curator Anna". */
    private static final int NAME_WORDS = 5;
    /** "Anna, meet Bernd." */
    private static final Pattern MEET = Pattern.compile(
            "^\\p{Lu}[\\p{L}.'-]+(?: \\p{Lu}[\\p{L}.'-]+)?, (?:please |)meet "
                    + "(?:my (?:friend|colleague) )?\\p{Lu}\\p{Ll}");

    private Introduction() {}

    /**
     * @param sentences of the new text, quotes left out
     * @param language  null if unknown; only en and de are read
     */
    static boolean isIn(List<Sentence> sentences, String language) {
        List<String> read = language == null ? LANGUAGES : LANGUAGES.contains(language) ? List.of(language) : List.of();
        return sentences.stream().anyMatch(sentence -> read.stream().anyMatch(candidate -> isIn(sentence, candidate)));
    }

    private static boolean isIn(Sentence sentence, String language) {
        if (sentence.words().size() > MAX_WORDS || sentence.isCode() || has("no-introduction", sentence, language)) {
            return false;
        }
        boolean isOfPerson = has("person", sentence, language) || !has("presentation", sentence, language);
        boolean introduces = counts("introduction", sentence, language, false)
                || counts("introduction-of", sentence, language, true);
        return isOfPerson && (introduces || language.equals("en") && MEET.matcher(sentence.text()).find());
    }

    private static boolean has(String section, Sentence sentence, String language) {
        return Phrases.of(language, section).in(sentence) != null;
    }

    /** Whether such a phrase stands there neither negated nor supposed, and somebody is named where one must be. */
    private static boolean counts(String section, Sentence sentence, String language, boolean named) {
        return Phrases.of(language, section).all(sentence).stream().anyMatch(match ->
                !isBefore("not", match, language, NEGATION_WORDS)
                        && !isBefore("condition", match, language, match.first())
                        && (!named || isNamed(match, language)));
    }

    private static boolean isBefore(String section, Phrases.Match match, String language, int words) {
        Phrases phrases = Phrases.of(language, section);
        for (int i = Math.max(0, match.first() - words); i < match.first(); i++) {
            if (phrases.at(match.sentence(), i) > 0) {
                return true;
            }
        }
        return false;
    }

    /** A name or a person in or right after the phrase. In German every noun is written as a name is. */
    private static boolean isNamed(Phrases.Match match, String language) {
        Sentence sentence = match.sentence();
        int end = Math.min(sentence.words().size(), match.end() + NAME_WORDS);
        for (int i = match.first() + 1; i < end; i++) {
            boolean isName = Character.isUpperCase(sentence.text().charAt(sentence.starts().get(i)))
                    && !sentence.words().get(i).equals("i");
            boolean isPronoun = language.equals("de") && PRONOUNS.contains(sentence.words().get(i));
            if (isName && !isPronoun || Phrases.of(language, "person").at(sentence, i) > 0) {
                return true;
            }
        }
        return false;
    }
}
