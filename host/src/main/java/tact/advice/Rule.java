package tact.advice;

import java.util.Optional;
import java.util.Set;

/**
 * One piece of advice. One rule is one class, named after what it looks for, with one page in {@code host/rules} and one test.
 * Rules are pure and never throw: a finding is a value.
 */
public abstract class Rule {

    private final String id;
    private final Severity severity;
    private final Set<Passage> passages;

    /**
     * @param id       see {@link #id}
     * @param severity see {@link #severity}
     * @param passages see {@link #passages}
     */
    protected Rule(String id, Severity severity, Passage... passages) {
        this.id = id;
        this.severity = severity;
        this.passages = Set.of(passages);
    }

    /** Its stable name: that of its page, and on the wire. */
    public final String id() {
        return id;
    }

    /** The severest it can be. */
    public final Severity severity() {
        return severity;
    }

    /** The passages that its findings cite, and what they lead to; empty where it is no advice of the article, but ours. */
    public final Set<Passage> passages() {
        return passages;
    }

    /** Whether the user can switch it off, for a mail or for good. */
    public boolean canBeSwitchedOff() {
        return severity != Severity.HOLD;
    }

    /** Ids of rules that have nothing to add where this one finds something. */
    public Set<String> supersedes() {
        return Set.of();
    }

    /** What it finds on a draft; empty if nothing. */
    public abstract Optional<Advice> examine(Situation situation);
}
