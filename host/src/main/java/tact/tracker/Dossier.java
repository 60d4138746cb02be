package tact.tracker;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tact.mail.Address;
import tact.mail.Mail;

/**
 * All facts that bear on a question, as the ledger has them: the tracker needs nothing else to answer it.
 *
 * @param me         identities ({@link Address#identity}) of all my addresses
 * @param lists      identities of addresses that are mailing lists
 * @param mails      in any order, without duplicates
 * @param statements in any order
 * @param aliases    in any order
 */
public record Dossier(
        Set<String> me, Set<String> lists, List<Mail> mails, List<Statement> statements, List<Alias> aliases) {

    public Dossier {
        me = Set.copyOf(me);
        lists = Set.copyOf(lists);
        mails = List.copyOf(mails);
        statements = List.copyOf(statements);
        aliases = List.copyOf(aliases);
    }

    /** A dossier in which each address is a person's. */
    public Dossier(Set<String> me, Set<String> lists, List<Mail> mails, List<Statement> statements) {
        this(me, lists, mails, statements, List.of());
    }

    /** Whether this is an address of mine. */
    public boolean isMe(Address address) {
        return me.contains(address.identity());
    }

    /** Whether a mail To: this address asks a person: not me, not a list, not a machine. */
    public boolean canBeAsked(Address address) {
        String identity = address.identity();
        return !me.contains(identity) && !lists.contains(identity) && !address.isMachine();
    }

    /** The person's other addresses: as they were written in a mail, else by {@link Address#identity}. */
    public List<Address> othersOf(Address person) {
        Map<String, Address> written = new HashMap<>();
        mails.stream().flatMap(Mail::people).forEach(address -> written.putIfAbsent(address.identity(), address));
        return Persons.of(this).others(person).stream()
                .map(other -> written.getOrDefault(other, new Address("", other)))
                .toList();
    }

    /** Whether a human who is not me wrote this mail. */
    public boolean isAnswer(Mail mail) {
        return mail.authorKind().isHuman() && !isMe(mail.from());
    }
}
