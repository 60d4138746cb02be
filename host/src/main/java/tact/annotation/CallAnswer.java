package tact.annotation;

import java.util.List;
import tact.event.Claim;

/**
 * What comes of "It is urgent": either a refusal or what to say on the phone. The other one is null.
 *
 * @param undo what takes back the deadline that was recorded; null with a refusal
 */
public record CallAnswer(Refusal refusal, Script script, Claim undo) {

    /**
     * It is not urgent.
     *
     * @param passage     id of the article's passage
     * @param passageText the passage in the user's language
     */
    public record Refusal(String text, String passage, String passageText) {}

    /**
     * What to say.
     *
     * @param text      how long it is
     * @param sentences the user's own words, introduction first
     * @param findings  what could be better; empty if nothing
     * @param close     a word under it
     */
    public record Script(
            String text,
            List<String> sentences,
            int words,
            int seconds,
            List<String> findings,
            String passage,
            String passageText,
            String close) {
        public Script {
            sentences = List.copyOf(sentences);
            findings = List.copyOf(findings);
        }
    }
}
