package tact.advice;

import java.util.Optional;

/**
 * One piece of the article's advice. One rule is one class, named after what it looks for, with one page in
 * {@code host/rules} and one test. Rules are pure and never throw: a finding is a value.
 */
public interface Rule {

    /** Its stable name: that of its page, and on the wire. */
    String id();

    /** What it finds on a draft; empty if nothing. */
    Optional<Advice> examine(Situation situation);
}
