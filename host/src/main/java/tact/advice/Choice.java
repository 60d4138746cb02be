package tact.advice;

import java.util.List;
import java.util.Objects;
import tact.event.Claim;

/**
 * Something the user can say with one click.
 *
 * @param claim  what it says; holds good as it is
 * @param fields parts of the claim that the user may set first
 */
public record Choice(Phrase label, Claim claim, List<Field> fields) {

    public Choice {
        Objects.requireNonNull(label);
        Objects.requireNonNull(claim);
        fields = List.copyOf(fields);
    }

    public Choice(Phrase label, Claim claim) {
        this(label, claim, List.of());
    }

    /**
     * A part of a claim.
     *
     * @param name its component, as on the wire
     */
    public record Field(String name, Kind kind, Phrase label) {
        public Field {
            Objects.requireNonNull(name);
            Objects.requireNonNull(kind);
            Objects.requireNonNull(label);
        }
    }

    /** What a field takes. */
    public enum Kind {
        /** A day, YYYY-MM-DD. */
        DAY("day"),
        /** A mailbox. */
        ADDRESS("address"),
        /** Words. */
        TEXT("text");

        private final String id;

        Kind(String id) {
            this.id = id;
        }

        /** The word for it on the wire. */
        public String id() {
            return id;
        }
    }
}
