package tact.advice;

import java.util.Optional;
import java.util.Set;

/**
 * One piece of advice. One rule is one class, named after what it looks for, with one page in {@code host/rules} and one test.
 * Rules are pure and never throw: a finding is a value.
 */
public interface Rule {

    /** Its stable name: that of its page, and on the wire. */
    String id();

    /** The severest it can be. */
    Severity severity();

    /** The passages that its findings cite, and what they lead to; empty where it is no advice of the article, but ours. */
    Set<Passage> passages();

    /** Whether the user can switch it off, for a mail or for good. */
    default boolean canBeSwitchedOff() {
        return severity() != Severity.HOLD;
    }

    /** Ids of rules that have nothing to add where this one finds something. */
    default Set<String> supersedes() {
        return Set.of();
    }

    /** What it finds on a draft; empty if nothing. */
    Optional<Advice> examine(Situation situation);
}
