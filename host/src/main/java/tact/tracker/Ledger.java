package tact.tracker;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tact.event.Card;
import tact.event.Event.Search;
import tact.mail.Address;
import tact.mail.Mail;
import tact.mail.MessageId;

/**
 * The facts, append-only. What can be derived from them is the tracker's business.
 *
 * <p>All methods throw {@link LedgerException} when the facts cannot be read or written.
 */
public interface Ledger {

    /** Notes addresses of mine; once mine, always mine: old mail was sent from them. */
    void recordMe(Collection<Address> addresses);

    /**
     * Notes mails, all or none of them.
     *
     * @param observedAt when they were seen
     * @return how many were new; a Message-ID that is there already is left as it is
     */
    int recordMails(Collection<Mail> mails, Instant observedAt);

    /** Notes what the user said. */
    void recordStatement(Statement statement);

    /** Notes what the address book says now; a card of the same id is replaced. */
    void recordCards(Collection<Card> cards);

    /** Notes that the user's mail has been searched up to a moment. */
    void recordHistoryRead(Collection<Search> searches, Instant until);

    /** Up to when the user's mail has been searched for this; {@link Search#since} does not matter. */
    Optional<Instant> historyRead(Search search);

    /** Which of these are not there, in their order. */
    List<MessageId> unknown(Collection<MessageId> ids);

    /** The mail of this id, if it is there. */
    Optional<Mail> mail(MessageId id);

    /**
     * The facts on these people and threads: the threads of these mails, my newest mails with these people together with
     * their threads, what the user said of the people. Bounded, however large the ledger is.
     *
     * @param people     whose streaks are asked for
     * @param references mails of the thread in question; may be empty
     * @param subject    of the draft in question, for threads without references
     */
    Dossier about(Collection<Address> people, Collection<MessageId> references, String subject);

    /** Changes whenever facts do, also those that another process recorded. */
    long revision();

    /** All facts; for the command line and for tests, its cost grows with the ledger. */
    Dossier all();

    /** The identities of all addresses of mine. */
    Set<String> me();
}
