package tact.advice;

import java.util.List;
import java.util.function.Predicate;
import tact.event.Claim;
import tact.mail.Meaning;
import tact.tracker.Answer;

/** What the user can say that an answer means. */
public final class Meanings {

    private static final List<Meaning.Kind> IN_ORDER =
            List.of(Meaning.Kind.NO, Meaning.Kind.NOT_NOW, Meaning.Kind.YES, Meaning.Kind.OTHER);

    private Meanings() {}

    /**
     * Each meaning.
     *
     * @param key of the words, to which the meaning's id is added
     */
    public static List<Choice> all(String key, Answer answer) {
        return of(key, answer, kind -> true);
    }

    /** Each meaning but the one it is taken for. */
    public static List<Choice> otherThan(String key, Answer answer) {
        return of(key, answer, kind -> kind != answer.meaning());
    }

    private static List<Choice> of(String key, Answer answer, Predicate<Meaning.Kind> wanted) {
        return IN_ORDER.stream()
                .filter(wanted)
                .map(kind -> new Choice(Phrase.of(key + "." + kind.id()), new Claim.Meant(answer.mail(), kind)))
                .toList();
    }
}
