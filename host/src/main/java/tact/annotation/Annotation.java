package tact.annotation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import tact.event.Claim;
import tact.mail.Address;

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
 * @param actions      what the user can say of the person at any time; empty when nobody is asked
 * @param gutCheck     the article's question before a last try and at a hold; null otherwise
 * @param call         the offer to call because of a deadline; null where there is none
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
        List<Action> actions,
        GutCheck gutCheck,
        Call call,
        Hold hold) {

    /** Of a draft that asks nobody. */
    public static final Annotation NONE = new Annotation(null, null, null, null, null, null, 0, 0, null, List.of(), List.of(), null, null, null);

    public Annotation {
        advice = List.copyOf(advice);
        actions = List.copyOf(actions);
    }

    /** A line over the text, as severe as the most severe advice. */
    public record Lens(String text, String severity) {}

    /**
     * An advice in words.
     *
     * @param passage     id of the article's passage; null where it is no advice of the article
     * @param passageText the passage in the user's language; null with it
     * @param optional    whether the user can switch its rule off
     * @param marks       where in the draft's text it is
     * @param choices     answers, where the text asks something
     * @param evidence    the mail whose deciding sentence belongs to it; null if none
     */
    public record Finding(
            String rule,
            String severity,
            String text,
            String passage,
            String passageText,
            boolean optional,
            List<Mark> marks,
            List<FixOffer> fixes,
            List<Action> choices,
            String evidence) {
        public Finding {
            marks = List.copyOf(marks);
            fixes = List.copyOf(fixes);
            choices = List.copyOf(choices);
        }
    }

    /**
     * A place in what the user wrote. Windows find it by its words: what counts as a character of a draft differs between an editor
     * and its text.
     *
     * @param quote its words
     * @param nth   which occurrence of these words, from 0; lines marked as quoted with ">" do not count
     */
    public record Mark(String quote, int nth) {}

    /**
     * A fix as a button. What it needs besides depends on what it does; the rest is null.
     *
     * @param id          what to do
     * @param messageId   insert-first-mail: the mail to quote
     * @param attribution insert-first-mail: the line that introduces the quote
     * @param mark        replace: the words to replace
     * @param text        replace, add-sentence: the words to put there; set-subject, write-to: the subject
     * @param day         send-on: the day
     * @param to          write-to: the receiver
     * @param body        write-to: the text
     */
    public record FixOffer(
            String id,
            String label,
            String messageId,
            String attribution,
            Mark mark,
            String text,
            LocalDate day,
            Address to,
            String body) {}

    /**
     * Something to say with one click.
     *
     * @param claim  what to state; as it is, or with other values for its fields
     * @param fields parts of the claim that the user may set first
     */
    public record Action(String label, Claim claim, List<Field> fields) {
        public Action {
            fields = List.copyOf(fields);
        }
    }

    /**
     * A part of a claim.
     *
     * @param name its name in the claim
     * @param kind day, address or text
     */
    public record Field(String name, String kind, String label) {}

    /**
     * A question for the user alone: the answer goes nowhere.
     *
     * @param passage     id of the article's passage
     * @param passageText the passage in the user's language
     */
    public record GutCheck(String question, String passage, String passageText, List<GutAnswer> answers) {
        public GutCheck {
            answers = List.copyOf(answers);
        }
    }

    /**
     * One answer to a gut check.
     *
     * @param text    what to say to it
     * @param choices what may follow from it
     * @param fixes   edits that may follow from it
     */
    public record GutAnswer(String label, String text, List<Action> choices, List<FixOffer> fixes) {
        public GutAnswer {
            choices = List.copyOf(choices);
            fixes = List.copyOf(fixes);
        }
    }

    /**
     * A button with a form for {@link tact.event.Event.CallAsked}.
     *
     * @param label    of the button
     * @param text     over the form
     * @param submit   of the form's button
     * @param fields   parts of the event that the user fills in, all of them
     * @param deadline the deadline stated before; null if none
     * @param reason   the reason stated with it; null if none
     */
    public record Call(
            String label,
            String text,
            String passage,
            String passageText,
            String submit,
            List<Field> fields,
            LocalDate deadline,
            String reason) {
        public Call {
            fields = List.copyOf(fields);
        }
    }

    /**
     * The question before a mail past the budget goes out.
     *
     * @param tries    the attempts so far, oldest first
     * @param gutCheck as on the annotation
     * @param call     as on the annotation
     */
    public record Hold(
            String title,
            String text,
            String passage,
            String passageText,
            List<Try> tries,
            List<Choice> choices,
            GutCheck gutCheck,
            Call call) {
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
