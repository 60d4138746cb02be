package tact.tracker;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import tact.event.Outcome;
import tact.mail.Address;
import tact.mail.MessageId;

/**
 * What the user said about a person.
 *
 * @param at         when
 * @param references the mails that the draft in question answered or continued; may be empty
 */
public record Statement(Instant at, Outcome outcome, Address person, List<MessageId> references) {
    public Statement {
        Objects.requireNonNull(at);
        Objects.requireNonNull(outcome);
        Objects.requireNonNull(person);
        references = List.copyOf(references);
    }
}
