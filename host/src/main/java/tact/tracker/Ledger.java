package tact.tracker;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import tact.event.Card;
import tact.event.Event.Search;
import tact.event.LedgerRecord;
import tact.mail.Address;
import tact.mail.Mail;
import tact.mail.MessageId;

/**
 * The facts: added to, never changed, and forgotten on demand. What can be derived from them is the tracker's business.
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

    /** The facts on the thread of a mail and on the people I asked on it; bounded like {@link #about}. */
    Dossier aboutThread(MessageId mail);

    /** What is derived of all follow-ups. */
    FollowUpIndex followUps();

    /** Changes whenever facts do, also those that another process recorded. */
    long revision();

    /** All facts; for the command line and for tests, its cost grows with the ledger. */
    Dossier all();

    /** The identities of all addresses of mine. */
    Set<String> me();

    /** The facts on whom the user does not want to hear of: what was said of them, and the mails it was said on. */
    Dossier muted();

    /** All addresses of a person: the given one, and those that the facts join to it. */
    default List<Address> addressesOf(Address person) {
        List<Address> addresses = new ArrayList<>(List.of(person));
        addresses.addAll(about(List.of(person), List.of(), "").othersOf(person));
        return addresses;
    }

    /**
     * Forgets everything about one person, wherever it stands; no byte of it stays in the ledger's files.
     *
     * @param addresses all of theirs; none of mine
     */
    Forgotten forget(Collection<Address> addresses);

    /** Forgets everything; no byte of it stays in the ledger's files. */
    Forgotten erase();

    /**
     * Hands on the facts as records, in an order in which new ones never come before those already handed on.
     *
     * @param from  where the last call ended, as it said itself; null: from the beginning
     * @param taker takes a record, or refuses it: then it is the first one of the next call
     * @return where to go on; null after the last record
     * @throws IllegalArgumentException if {@code from} is nothing that a call returned
     */
    String export(String from, Predicate<LedgerRecord> taker);

    /**
     * Takes records over, all or none of them; what is there already is left as it is.
     *
     * @return how many were new
     */
    int recordAll(Collection<LedgerRecord> records);
}
