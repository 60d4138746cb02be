package tact.tracker;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import tact.event.Draft;
import tact.mail.Address;
import tact.mail.Mail;
import tact.mail.MessageId;
import tact.mail.Subject;

/**
 * Ties mails into threads: by Message-ID, References and In-Reply-To (RFC 5322, section 3.6.4), by Thread-Index, and, only for a reply that
 * has no references, by its subject to the newest earlier mail with one of the same people. Which mails come first does
 * not matter: the same mails give the same threads.
 */
final class Threads {

    /** In order of time; the id settles what was written in the same second. */
    static final Comparator<Mail> BY_DATE = Comparator.comparing(Mail::date).thenComparing(Mail::id);

    /** A reply without references does not continue anything older than this. */
    static final Duration SUBJECT_WINDOW = Duration.ofDays(90);

    private final Set<String> me;
    private final Map<MessageId, MessageId> parents = new HashMap<>();
    private final Map<MessageId, MailThread> byRoot = new LinkedHashMap<>();
    private final Map<Topic, Mail> newest = new HashMap<>();

    /** A subject with a person: what ties a reply without references to an earlier mail. */
    private record Topic(String base, String person) {}

    private Threads(Set<String> me) {
        this.me = me;
    }

    /**
     * The threads of these mails.
     *
     * @param me identities of my addresses: that I am on both mails ties nothing
     */
    static Threads of(Collection<Mail> mails, Set<String> me) {
        Threads threads = new Threads(me);
        List<Mail> inOrder = mails.stream().sorted(BY_DATE).toList();
        for (Mail mail : inOrder) {
            threads.tie(mail);
        }
        Map<MessageId, List<Mail>> members = new LinkedHashMap<>();
        for (Mail mail : inOrder) {
            members.computeIfAbsent(threads.root(mail.id()), root -> new ArrayList<>()).add(mail);
        }
        members.forEach((root, those) -> threads.byRoot.put(root, new MailThread(those)));
        return threads;
    }

    Collection<MailThread> all() {
        return byRoot.values();
    }

    /** The thread of a mail; null if no mail of it is known. */
    MailThread of(MessageId id) {
        return byRoot.get(root(id));
    }

    /** The thread that a draft continues; null for a new one. */
    MailThread of(Draft draft, Instant now) {
        for (int i = draft.references().size() - 1; i >= 0; i--) {
            MailThread thread = of(draft.references().get(i));
            if (thread != null) {
                return thread;
            }
        }
        Subject subject = Subject.of(draft.subject());
        if (!draft.references().isEmpty() || !subject.isReply() || subject.base().isEmpty()) {
            return null;
        }
        Mail continued = continued(subject.base(), Stream.concat(draft.to().stream(), draft.cc().stream()), now);
        return continued == null ? null : of(continued.id());
    }

    private void tie(Mail mail) {
        for (MessageId reference : mail.references()) {
            join(mail.id(), reference);
        }
        Stream.of(mail.conversation(), mail.returnedMail()).filter(Objects::nonNull).forEach(id -> join(mail.id(), id));
        String base = Subject.of(mail.subject()).base();
        if (mail.isReplyWithoutReferences()) {
            Mail continued = continued(base, mail.people(), mail.date());
            if (continued != null) {
                join(mail.id(), continued.id());
            }
        }
        if (!base.isEmpty()) {
            people(mail.people()).forEach(person -> newest.put(new Topic(base, person), mail));
        }
    }

    private Mail continued(String base, Stream<Address> people, Instant at) {
        return people(people)
                .map(person -> newest.get(new Topic(base, person)))
                .filter(mail -> mail != null && mail.date().isAfter(at.minus(SUBJECT_WINDOW)))
                .max(BY_DATE)
                .orElse(null);
    }

    /** Their identities, without mine. */
    private Stream<String> people(Stream<Address> addresses) {
        return addresses.map(Address::identity).filter(person -> !me.contains(person));
    }

    /** Union-find with path halving. */
    private MessageId root(MessageId id) {
        MessageId current = id;
        MessageId parent = parents.getOrDefault(current, current);
        while (!parent.equals(current)) {
            MessageId grandparent = parents.getOrDefault(parent, parent);
            parents.put(current, grandparent);
            current = grandparent;
            parent = parents.getOrDefault(current, current);
        }
        return current;
    }

    private void join(MessageId one, MessageId other) {
        MessageId rootOfOne = root(one);
        MessageId rootOfOther = root(other);
        if (!rootOfOne.equals(rootOfOther)) {
            parents.put(rootOfOne, rootOfOther);
        }
    }
}
