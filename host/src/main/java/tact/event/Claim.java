package tact.event;

import java.time.LocalDate;
import java.util.Objects;
import tact.mail.Address;
import tact.mail.Identified;
import tact.mail.Meaning;
import tact.mail.MessageId;

/**
 * What the user says about a person. It always wins over what was read from mail; of two claims of one kind the later one
 * counts. {@code taken-back} undoes the last claim of a kind.
 */
public sealed interface Claim {

    /** The most characters of what the user types into a claim. */
    int MAX_TEXT = 500;

    /** What a draft at a hold came to, or that the user let go without one. */
    record Decided(Outcome outcome) implements Claim {
        public Decided {
            Objects.requireNonNull(outcome);
        }
    }

    /**
     * What their answer means.
     *
     * @param mail    the answer
     * @param meaning as the user reads it
     */
    record Meant(MessageId mail, Meaning.Kind meaning) implements Claim {
        public Meant {
            Objects.requireNonNull(mail);
            Objects.requireNonNull(meaning);
        }
    }

    /** Where they stand on the user's list. */
    record Ranked(Priority priority) implements Claim {
        public Ranked {
            Objects.requireNonNull(priority);
        }
    }

    /**
     * Where the contact came from.
     *
     * @param by who introduced them; null: the user found them without help
     */
    record Introduced(Address by) implements Claim {}

    /**
     * There is a deadline.
     *
     * @param deadline the day
     * @param reason   in the user's words, at most {@link #MAX_TEXT} characters
     */
    record Urgent(LocalDate deadline, String reason) implements Claim {
        public Urgent {
            Objects.requireNonNull(deadline);
            Objects.requireNonNull(reason);
            Bounds.atMost(reason.length(), MAX_TEXT, "reason");
        }
    }

    /**
     * The user meets them, or has met them.
     *
     * @param on the day; null: there is no meeting, whatever the mails say
     */
    record Met(LocalDate on) implements Claim {}

    /** They answered, but not by mail: by phone, in person. */
    record AnsweredElsewhere() implements Claim {}

    /** Tact shall say nothing about this person, or about the thread of the references. */
    record Muted(Scope scope) implements Claim {
        public Muted {
            Objects.requireNonNull(scope);
        }
    }

    /** Nothing is due before a day. */
    record Snoozed(LocalDate until) implements Claim {
        public Snoozed {
            Objects.requireNonNull(until);
        }
    }

    /** The other address is this person's too. */
    record SameAs(Address other) implements Claim {
        public SameAs {
            Objects.requireNonNull(other);
        }
    }

    /** The other address is another person's, whatever it looks like. */
    record NotSameAs(Address other) implements Claim {
        public NotSameAs {
            Objects.requireNonNull(other);
        }
    }

    /**
     * The last claim of a kind is void.
     *
     * @param what the kind
     */
    record TakenBack(ClaimKind what) implements Claim {
        public TakenBack {
            Objects.requireNonNull(what);
        }
    }

    /** What a {@link Muted} covers. */
    enum Scope implements Identified {
        PERSON("person"),
        THREAD("thread");

        private final String id;

        Scope(String id) {
            this.id = id;
        }

        /** The word for it on the wire and in the ledger. */
        @Override
        public String id() {
            return id;
        }

        /**
         * The scope of this id.
         *
         * @throws IllegalArgumentException if there is none
         */
        public static Scope of(String id) {
            return Identified.of(Scope.class, id, "scope");
        }
    }
}
