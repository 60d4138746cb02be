package tact.annotation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * What a compose window shows of the advice. The fields are PROTOCOL.md's; texts are in the user's language.
 *
 * @param badge        "2/3": this draft is the second try; null when nobody is asked, or not known yet
 * @param label        of the toolbar button; null with the badge
 * @param title        tooltip of the toolbar button; null with the badge
 * @param lens         the line over the text; null when there is nothing to say
 * @param person       address of the person whose streak speaks; null when nobody is asked
 * @param name         their display name, or the address; null when nobody is asked
 * @param threadStreak unanswered tries sent on this thread
 * @param personStreak unanswered tries sent to the person on all threads
 * @param due          the day from which this draft is not too early; null if it is no follow-up within the budget
 * @param advice       most severe first
 * @param hold         what to ask before the mail goes out; null to let it go out
 */
public record Annotation(
        String badge,
        String label,
        String title,
        Lens lens,
        String person,
        String name,
        int threadStreak,
        int personStreak,
        LocalDate due,
        List<Finding> advice,
        Hold hold) {

    /** Of a draft that asks nobody. */
    public static final Annotation NONE = new Annotation(null, null, null, null, null, null, 0, 0, null, List.of(), null);

    public Annotation {
        advice = List.copyOf(advice);
    }

    /** A line over the text, as severe as the most severe advice. */
    public record Lens(String text, String severity) {}

    /**
     * An advice in words.
     *
     * @param passage     id of the article's passage
     * @param passageText the passage in the user's language
     */
    public record Finding(
            String rule, String severity, String text, String passage, String passageText, List<FixOffer> fixes) {
        public Finding {
            fixes = List.copyOf(fixes);
        }
    }

    /**
     * A fix as a button.
     *
     * @param id          what to do
     * @param messageId   the mail to quote
     * @param attribution the line that introduces the quote
     */
    public record FixOffer(String id, String label, String messageId, String attribution) {}

    /**
     * The question before a mail past the budget goes out.
     *
     * @param tries the attempts so far, oldest first
     */
    public record Hold(
            String title, String text, String passage, String passageText, List<Try> tries, List<Choice> choices) {
        public Hold {
            tries = List.copyOf(tries);
            choices = List.copyOf(choices);
        }
    }

    /**
     * One attempt in the history that a hold shows.
     *
     * @param number from 1
     * @param date   its day in words
     */
    public record Try(int number, Instant sentAt, String date, String subject) {}

    /**
     * One answer to a hold.
     *
     * @param outcome id of the outcome
     * @param text    what will happen
     * @param safe    whether it is the default: Enter, Esc and closing the window choose it
     */
    public record Choice(String outcome, String label, String text, boolean safe) {}
}
