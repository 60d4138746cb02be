package tact.advice;

import java.util.List;
import java.util.Objects;
import tact.mail.MessageId;

/**
 * One finding of one rule on one draft.
 *
 * @param rule     id of the rule
 * @param passage  what the finding rests on; null where the article says nothing of it
 * @param fixes    edits that settle it; may be empty
 * @param ranges   where in the draft's text it is; empty if nowhere
 * @param choices  answers, where the text asks something; may be empty
 * @param evidence the mail whose deciding sentence is to be shown with it; null if none
 */
public record Advice(
        String rule,
        Severity severity,
        Phrase text,
        Passage passage,
        List<Fix> fixes,
        List<Range> ranges,
        List<Choice> choices,
        MessageId evidence) {

    public Advice {
        Objects.requireNonNull(rule);
        Objects.requireNonNull(severity);
        Objects.requireNonNull(text);
        fixes = List.copyOf(fixes);
        ranges = List.copyOf(ranges);
        choices = List.copyOf(choices);
    }

    public Advice(String rule, Severity severity, Phrase text, Passage passage) {
        this(rule, severity, text, passage, List.of(), List.of(), List.of(), null);
    }

    /** The same with edits that settle it. */
    public Advice fixedBy(List<Fix> edits) {
        return new Advice(rule, severity, text, passage, edits, ranges, choices, evidence);
    }

    /** The same at places of the text. */
    public Advice at(List<Range> places) {
        return new Advice(rule, severity, text, passage, fixes, places, choices, evidence);
    }

    /** The same with answers to what it asks. */
    public Advice asking(List<Choice> answers) {
        return new Advice(rule, severity, text, passage, fixes, ranges, answers, evidence);
    }

    /** The same with the mail from which it was read. */
    public Advice readFrom(MessageId mail) {
        return new Advice(rule, severity, text, passage, fixes, ranges, choices, mail);
    }
}
