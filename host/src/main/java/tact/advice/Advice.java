package tact.advice;

import java.util.List;
import java.util.Objects;

/**
 * One finding of one rule on one draft.
 *
 * @param rule    id of the rule
 * @param passage what the finding rests on
 * @param fixes   edits that settle it; may be empty
 */
public record Advice(String rule, Severity severity, Phrase text, Passage passage, List<Fix> fixes) {

    public Advice {
        Objects.requireNonNull(rule);
        Objects.requireNonNull(severity);
        Objects.requireNonNull(text);
        Objects.requireNonNull(passage);
        fixes = List.copyOf(fixes);
    }

    public Advice(String rule, Severity severity, Phrase text, Passage passage) {
        this(rule, severity, text, passage, List.of());
    }
}
