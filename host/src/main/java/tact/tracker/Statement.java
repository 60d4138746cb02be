package tact.tracker;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import tact.event.Claim;
import tact.mail.Address;
import tact.mail.MessageId;

/**
 * What the user said about a person, as a fact.
 *
 * @param at         when
 * @param references the mails that the draft or the thread in question answered or continued; may be empty
 */
public record Statement(Instant at, Claim claim, Address person, List<MessageId> references) {
    public Statement {
        Objects.requireNonNull(at);
        Objects.requireNonNull(claim);
        Objects.requireNonNull(person);
        references = List.copyOf(references);
    }
}
