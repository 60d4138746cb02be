package tact.event;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import tact.mail.Address;
import tact.mail.Mail;
import tact.mail.MessageId;

/** A fact of the ledger as an export carries it, to be read into another one. One record for each kind of PROTOCOL.md. */
public sealed interface LedgerRecord {

    /** The version of these records. */
    int VERSION = 1;

    /**
     * The first record of an export: no fact, but what says that facts follow.
     *
     * @param version of the records
     * @param at      when the export was made
     */
    record Heading(int version, Instant at) implements LedgerRecord {
        public Heading {
            Bounds.moment(at, "at");
        }
    }

    /**
     * A mail.
     *
     * @param observedAt when it was seen
     */
    record ObservedMail(Instant observedAt, Mail mail) implements LedgerRecord {
        public ObservedMail {
            Objects.requireNonNull(mail);
            Bounds.moment(observedAt, "observedAt");
            Bounds.moment(mail.date(), "date");
        }
    }

    /** What the user said of a person; see {@link Event.Stated}. */
    record Said(Instant at, Address person, List<MessageId> references, Claim claim) implements LedgerRecord {
        public Said {
            Objects.requireNonNull(person);
            Objects.requireNonNull(claim);
            references = List.copyOf(references);
            Bounds.moment(at, "at");
        }
    }

    /**
     * An address of mine.
     *
     * @param identity by {@link Address#identity}
     */
    record Me(String identity) implements LedgerRecord {
        public Me {
            requireIdentity(identity);
        }
    }

    /**
     * A card of the address book.
     *
     * @param identities of its addresses, by {@link Address#identity}
     */
    record AddressCard(String id, List<String> identities) implements LedgerRecord {
        public AddressCard {
            Objects.requireNonNull(id);
            identities = List.copyOf(identities);
            identities.forEach(LedgerRecord::requireIdentity);
            Bounds.atMost(identities.size(), Card.MAX_ADDRESSES, "identities");
        }
    }

    /**
     * A search in the user's mail that was done.
     *
     * @param where it looked
     * @param term  for what, in the ledger's own spelling
     * @param until up to which moment
     */
    record Searched(SearchKind where, String term, Instant until) implements LedgerRecord {
        public Searched {
            Objects.requireNonNull(where);
            Objects.requireNonNull(term);
            Bounds.moment(until, "until");
        }
    }

    private static void requireIdentity(String identity) {
        if (identity.isBlank() || !new Address("", identity).isOneLine()) {
            throw new IllegalArgumentException("no address");
        }
    }
}
