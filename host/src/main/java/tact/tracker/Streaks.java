package tact.tracker;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import tact.mail.Address;
import tact.mail.AuthorKind;
import tact.mail.Mail;
import tact.mail.MessageId;

/**
 * Counts unanswered attempts among the mails of a dossier (mission.md, "How counting works"). Indexed once, so that the
 * streaks of all people on all threads together cost no more than reading the mails a few times. People are identities.
 */
final class Streaks {

    private final Dossier dossier;
    private final Threads threads;
    private final Policy policy;
    /** My mails To: a person, oldest first. */
    private final Map<String, List<Mail>> asking = new HashMap<>();
    /** A person's human mails, oldest first. */
    private final Map<String, List<Mail>> answersBy = new HashMap<>();
    /** The newest display name of a person. */
    private final Map<String, String> names = new HashMap<>();
    private final Set<MessageId> indexed = new HashSet<>();
    /** Mails that a human answer names as what it answers although it is dated before them: a clock was wrong. */
    private final Set<MessageId> answeredBefore = new HashSet<>();
    /** Mails that came back undelivered, with whom they did not reach; nobody named stands for everybody. */
    private final Map<MessageId, Set<String>> bounced = new HashMap<>();
    private final Map<String, Streak> personStreaks = new HashMap<>();

    Streaks(Dossier dossier, Threads threads, Policy policy) {
        this.dossier = dossier;
        this.threads = threads;
        this.policy = policy;
        dossier.mails().stream().sorted(Threads.BY_DATE).forEach(this::index);
    }

    private void index(Mail mail) {
        indexed.add(mail.id());
        name(mail.from());
        mail.to().forEach(this::name);
        if (dossier.isMe(mail.from())) {
            Set<String> asked = new TreeSet<>();
            mail.to().forEach(to -> asked.add(to.identity()));
            asked.forEach(person -> asking.computeIfAbsent(person, key -> new ArrayList<>()).add(mail));
        }
        if (dossier.isAnswer(mail)) {
            answersBy.computeIfAbsent(mail.from().identity(), key -> new ArrayList<>()).add(mail);
            mail.references().stream().filter(id -> !indexed.contains(id)).forEach(answeredBefore::add);
        } else if (mail.authorKind() == AuthorKind.BOUNCE) {
            List<MessageId> returned = mail.returnedMail() == null ? mail.references() : List.of(mail.returnedMail());
            for (MessageId id : returned) {
                Set<String> people = bounced.computeIfAbsent(id, key -> new HashSet<>());
                mail.failedRecipients().forEach(failed -> people.add(failed.identity()));
            }
        }
    }

    private void name(Address address) {
        if (!address.name().isEmpty()) {
            names.put(address.identity(), address.name());
        }
    }

    /** The newest display name of a person; empty if none is known. */
    String nameOf(String person) {
        return names.getOrDefault(person, "");
    }

    /** How many human mails came from a person after a moment. */
    int answersSince(String person, Instant since) {
        return (int) answersBy.getOrDefault(person, List.of()).stream().filter(mail -> mail.date().isAfter(since)).count();
    }

    /** All streaks on one thread, oldest first; any human's answer ends one, an assistant's too. At most the last one is open. */
    List<EndedStreak> streaksOn(MailThread thread, String person) {
        List<EndedStreak> streaks = new ArrayList<>();
        List<Attempt> open = new ArrayList<>();
        for (Mail mail : thread.mails()) {
            boolean isAttempt = isAttempt(mail, person);
            if (isAttempt) {
                add(open, mail);
            }
            if (!open.isEmpty() && (isAttempt ? answeredBefore.contains(mail.id()) : dossier.isAnswer(mail))) {
                streaks.add(new EndedStreak(new Streak(open), true));
                open.clear();
            }
        }
        if (!open.isEmpty()) {
            streaks.add(new EndedStreak(new Streak(open), false));
        }
        return streaks;
    }

    /** The streak on all threads: ended by the person's mail on any thread, and by anyone's on the thread of one of its attempts. */
    Streak toPerson(String person) {
        return personStreaks.computeIfAbsent(person, this::countToPerson);
    }

    private Streak countToPerson(String person) {
        List<Mail> asked = asking.getOrDefault(person, List.of());
        Map<MessageId, Mail> relevant = new HashMap<>();
        asked.forEach(mail -> relevant.put(mail.id(), mail));
        answersBy.getOrDefault(person, List.of()).forEach(mail -> relevant.put(mail.id(), mail));
        asked.stream()
                .map(mail -> threads.of(mail.id()).root())
                .distinct()
                .flatMap(root -> threads.of(root).mails().stream())
                .filter(dossier::isAnswer)
                .forEach(mail -> relevant.put(mail.id(), mail));
        List<Attempt> attempts = new ArrayList<>();
        for (Mail mail : relevant.values().stream().sorted(Threads.BY_DATE).toList()) {
            boolean isAttempt = isAttempt(mail, person);
            if (isAttempt) {
                add(attempts, mail);
            }
            if (isAttempt ? answeredBefore.contains(mail.id()) : ends(attempts, mail, person)) {
                attempts.clear();
            }
        }
        return new Streak(attempts);
    }

    private boolean ends(List<Attempt> attempts, Mail mail, String person) {
        return dossier.isAnswer(mail) && (mail.from().identity().equals(person) || isOnThreadOf(attempts, mail));
    }

    private boolean isOnThreadOf(List<Attempt> attempts, Mail answer) {
        MailThread thread = threads.of(answer.id());
        return attempts.stream().anyMatch(attempt -> threads.of(attempt.mail().id()) == thread);
    }

    private boolean isAttempt(Mail mail, String person) {
        return asks(mail, person) && !hasBounced(mail, person);
    }

    private boolean asks(Mail mail, String person) {
        return dossier.isMe(mail.from()) && mail.to().stream().anyMatch(to -> to.identity().equals(person));
    }

    private boolean hasBounced(Mail mail, String person) {
        Set<String> failed = bounced.get(mail.id());
        return failed != null && (failed.isEmpty() || failed.contains(person));
    }

    /** A mail within the hour on the same thread belongs to the attempt before it. */
    private void add(List<Attempt> attempts, Mail mail) {
        MailThread thread = threads.of(mail.id());
        for (int i = attempts.size() - 1; i >= 0; i--) {
            Attempt attempt = attempts.get(i);
            if (mail.date().isAfter(attempt.sentAt().plus(policy.sameAttempt()))) {
                break;
            }
            if (threads.of(attempt.mail().id()) == thread) {
                attempts.set(i, attempt.with(mail));
                return;
            }
        }
        attempts.add(new Attempt(List.of(mail)));
    }
}
