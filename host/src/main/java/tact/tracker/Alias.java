package tact.tracker;

import java.util.Objects;
import tact.mail.Address;

/**
 * A reason to take two addresses for one person's.
 *
 * @param one   by {@link Address#identity}
 * @param other by {@link Address#identity}
 */
public record Alias(Evidence evidence, String one, String other) implements Comparable<Alias> {

    /** What it rests on, the strongest first. What the user said is stronger, and stands in statements. */
    public enum Evidence {
        /** Both stand on one card of the address book. */
        CARD,
        /** Both have one display name, at one house or on one thread. */
        NAME
    }

    public Alias {
        Objects.requireNonNull(evidence);
        if (one.compareTo(other) > 0) {
            String swapped = one;
            one = other;
            other = swapped;
        }
    }

    @Override
    public int compareTo(Alias that) {
        int byEvidence = evidence.compareTo(that.evidence);
        int byOne = byEvidence != 0 ? byEvidence : one.compareTo(that.one);
        return byOne != 0 ? byOne : other.compareTo(that.other);
    }
}
