package tact.mail;

import java.util.List;
import java.util.Objects;

/**
 * What the user has written in a draft: its text without quotes, signature, disclaimer.
 *
 * @param text     the whole text of the draft
 * @param own      what the user added
 * @param language of what the user added, such as "de"; null where it tells none
 */
public record Writing(String text, String own, String language) {

    public Writing {
        Objects.requireNonNull(text);
        Objects.requireNonNull(own);
    }

    /** @param text the whole text of a draft */
    public static Writing of(String text) {
        String own = NewText.withoutQuotes(NewText.of(text));
        List<Sentence> sentences = Sentence.all(own);
        return new Writing(text, own, Language.of(sentences));
    }
}
