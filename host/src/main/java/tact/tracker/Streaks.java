package tact.tracker;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import tact.event.Claim;
import tact.mail.Address;
import tact.mail.AuthorKind;
import tact.mail.Mail;
import tact.mail.Meaning;
import tact.mail.MessageId;

/**
 * Counts unanswered attempts among the mails of a dossier (mission.md, "How counting works"). Indexed once, so that the
 * streaks of all people on all threads together cost no more than reading the mails a few times. People are named by {@link Persons#of}.
 */
final class Streaks {

    private final Dossier dossier;
    private final Persons persons;
    private final Threads threads;
    private final Policy policy;
    private final Claims claims;
    private final Instant now;
    private final ZoneId zone;
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
    private final Map<String, List<Mail>> relevant = new HashMap<>();
    private final Map<String, Meetings> meetings = new HashMap<>();

    /** @param zone the user's: decides when the day of a meeting begins */
    Streaks(Dossier dossier, Persons persons, Threads threads, Claims claims, Policy policy, Instant now, ZoneId zone) {
        this.dossier = dossier;
        this.persons = persons;
        this.threads = threads;
        this.claims = claims;
        this.policy = policy;
        this.now = now;
        this.zone = zone;
        dossier.mails().stream().sorted(Threads.BY_DATE).forEach(this::index);
    }

    private void index(Mail mail) {
        indexed.add(mail.id());
        name(mail.from());
        mail.to().forEach(this::name);
        if (dossier.isMe(mail.from())) {
            Set<String> asked = new TreeSet<>();
            mail.to().forEach(to -> asked.add(persons.of(to)));
            asked.forEach(person -> asking.computeIfAbsent(person, key -> new ArrayList<>()).add(mail));
        }
        if (dossier.isAnswer(mail)) {
            answersBy.computeIfAbsent(persons.of(mail.from()), key -> new ArrayList<>()).add(mail);
            mail.references().stream().filter(id -> !indexed.contains(id)).forEach(answeredBefore::add);
        } else if (mail.authorKind() == AuthorKind.BOUNCE) {
            List<MessageId> returned = mail.returnedMail() == null ? mail.references() : List.of(mail.returnedMail());
            for (MessageId id : returned) {
                Set<String> people = bounced.computeIfAbsent(id, key -> new HashSet<>());
                mail.failedRecipients().forEach(failed -> people.add(persons.of(failed)));
            }
        }
    }

    private void name(Address address) {
        if (!address.name().isEmpty()) {
            names.put(persons.of(address), address.name());
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

    /** Until when an established correspondent stays one without writing again. */
    Instant establishedUntil(String person) {
        List<Mail> answers = answersBy.get(person);
        return answers.get(answers.size() - policy.establishedMails()).date().plus(policy.establishedWithin());
    }

    /**
     * All streaks on one thread, oldest first; any human's answer ends one, an assistant's too, and so does a meeting. At most the
     * last one is open.
     */
    List<EndedStreak> streaksOn(MailThread thread, String person) {
        List<EndedStreak> streaks = new ArrayList<>();
        List<Attempt> open = new ArrayList<>();
        Endings endings = new Endings(endings(person));
        for (Mail mail : thread.mails()) {
            end(open, endings.passTo(mail.date()), streaks);
            boolean isAttempt = isAttempt(mail, person);
            if (isAttempt) {
                add(open, mail);
            }
            if (isAttempt ? answeredBefore.contains(mail.id()) : dossier.isAnswer(mail)) {
                end(open, new EndedStreak.Ending(mail.date(), EndedStreak.Kind.MAIL), streaks);
            }
        }
        end(open, endings.passTo(Instant.MAX), streaks);
        if (!open.isEmpty()) {
            streaks.add(new EndedStreak(new Streak(open), null));
        }
        return streaks;
    }

    /** @param ending null if nothing ends it */
    private static void end(List<Attempt> open, EndedStreak.Ending ending, List<EndedStreak> streaks) {
        if (ending != null && !open.isEmpty()) {
            streaks.add(new EndedStreak(new Streak(open), ending));
            open.clear();
        }
    }

    /** Goes through what ends a streak, in order, beside mails in theirs. */
    private static final class Endings {

        private final List<EndedStreak.Ending> all;
        private int passed;

        Endings(List<EndedStreak.Ending> all) {
            this.all = all;
        }

        /** The first one that comes after those passed so far, and not after this moment; null if there is none. */
        EndedStreak.Ending passTo(Instant at) {
            int before = passed;
            while (isOneLeft() && !all.get(passed).at().isAfter(at)) {
                passed++;
            }
            return passed > before ? all.get(before) : null;
        }

        boolean isOneLeft() {
            return passed < all.size();
        }
    }

    /** The streak on all threads: ended by the person's mail on any thread, and by anyone's on the thread of one of its attempts. */
    Streak toPerson(String person) {
        return personStreaks.computeIfAbsent(person, this::countToPerson);
    }

    private Streak countToPerson(String person) {
        List<Attempt> attempts = new ArrayList<>();
        Endings endings = new Endings(endings(person));
        for (Mail mail : exchangedWith(person)) {
            if (endings.passTo(mail.date()) != null) {
                attempts.clear();
            }
            boolean isAttempt = isAttempt(mail, person);
            if (isAttempt) {
                add(attempts, mail);
            }
            if (isAttempt ? answeredBefore.contains(mail.id()) : ends(attempts, mail, person)) {
                attempts.clear();
            }
        }
        return endings.isOneLeft() ? Streak.NONE : new Streak(attempts);
    }

    /** Mails that ask a person, their human mails, and others' on the threads on which they were asked; oldest first. */
    List<Mail> exchangedWith(String person) {
        return relevant.computeIfAbsent(person, key -> {
            Map<MessageId, Mail> mails = new HashMap<>();
            List<Mail> asked = asking.getOrDefault(person, List.of());
            asked.forEach(mail -> mails.put(mail.id(), mail));
            answersBy.getOrDefault(person, List.of()).forEach(mail -> mails.put(mail.id(), mail));
            asked.stream()
                    .map(mail -> threads.of(mail.id()).root())
                    .distinct()
                    .flatMap(root -> threads.of(root).mails().stream())
                    .filter(dossier::isAnswer)
                    .forEach(mail -> mails.put(mail.id(), mail));
            return mails.values().stream().sorted(Threads.BY_DATE).toList();
        });
    }

    /** The newest of my mails to a person and of theirs. */
    Optional<Mail> newestBetween(String person) {
        return Stream.of(asking, answersBy)
                .map(mails -> mails.getOrDefault(person, List.of()))
                .filter(mails -> !mails.isEmpty())
                .map(mails -> mails.get(mails.size() - 1))
                .max(Threads.BY_DATE);
    }

    /** Whether a person was asked on the thread of a mail before it, but not before a moment. */
    boolean isAskedBefore(Mail mail, String person, Instant since) {
        return threads.of(mail.id()).mails().stream()
                .takeWhile(earlier -> Threads.BY_DATE.compare(earlier, mail) < 0)
                .anyMatch(earlier -> asks(earlier, person) && !earlier.date().isBefore(since));
    }

    /** The newest mail to a person, if it came back undelivered and they have not written since. */
    Optional<Mail> returned(String person) {
        List<Mail> exchanged = exchangedWith(person);
        for (int i = exchanged.size() - 1; i >= 0; i--) {
            Mail mail = exchanged.get(i);
            if (persons.of(mail.from()).equals(person)) {
                return Optional.empty();
            }
            if (asks(mail, person)) {
                return Optional.of(mail).filter(newest -> hasBounced(newest, person));
            }
        }
        return Optional.empty();
    }

    /** What a human's answer means, as the user said of a person, else as it was read; null if it is no answer. */
    Meaning.Kind meaningOf(Mail mail, String person) {
        Meaning.Kind stated = claims.meaningOf(mail.id(), person);
        Meaning.Kind read = mail.gist().meaning() == null ? Meaning.Kind.OTHER : mail.gist().meaning();
        return dossier.isAnswer(mail) ? stated == null ? read : stated : null;
    }

    /** The meetings with a person, by the mails exchanged and by what the user said. */
    Meetings meetingsWith(String person) {
        return meetings.computeIfAbsent(person, key -> {
            Meetings met = new Meetings(zone);
            Iterator<Statement> said = claims.of(person, Claim.Met.class).iterator();
            Statement statement = said.hasNext() ? said.next() : null;
            for (Mail mail : exchangedWith(person)) {
                while (statement != null && statement.at().isBefore(mail.date())) {
                    tell(met, statement);
                    statement = said.hasNext() ? said.next() : null;
                }
                tell(met, mail, person);
            }
            for (; statement != null; statement = said.hasNext() ? said.next() : null) {
                tell(met, statement);
            }
            met.passTo(now);
            return met;
        });
    }

    /** Only the two of them agree on a meeting; what an assistant says, the person's calendar repeats. */
    private void tell(Meetings met, Mail mail, String person) {
        if (!dossier.isMe(mail.from()) && !persons.of(mail.from()).equals(person)) {
            return;
        }
        Meaning.Kind meaning = meaningOf(mail, person);
        boolean isAcceptance = meaning == null && mail.authorKind() == AuthorKind.CALENDAR && mail.gist().meaning() == Meaning.Kind.YES;
        LocalDate day = mail.gist().proposedDay();
        if ((meaning == Meaning.Kind.YES || isAcceptance) && day != null) {
            met.agreed(day, mail.date());
        } else if (meaning == Meaning.Kind.NO || meaning == Meaning.Kind.NOT_NOW) {
            met.calledOff(mail.date());
        }
    }

    private static void tell(Meetings met, Statement statement) {
        LocalDate day = ((Claim.Met) statement.claim()).on();
        if (day == null) {
            met.denied(statement.at());
        } else {
            met.agreed(day, statement.at());
        }
    }

    /** What ends a person's streak although no mail does: meetings, answers given elsewhere; in order. */
    List<EndedStreak.Ending> endings(String person) {
        return Stream.concat(
                        meetingsWith(person).held().stream().map(at -> new EndedStreak.Ending(at, EndedStreak.Kind.MEETING)),
                        claims.of(person, Claim.AnsweredElsewhere.class)
                                .map(said -> new EndedStreak.Ending(said.at(), EndedStreak.Kind.ELSEWHERE)))
                .filter(ending -> !ending.at().isAfter(now))
                .sorted(Comparator.comparing(EndedStreak.Ending::at))
                .toList();
    }

    private boolean ends(List<Attempt> attempts, Mail mail, String person) {
        return dossier.isAnswer(mail) && (persons.of(mail.from()).equals(person) || isOnThreadOf(attempts, mail));
    }

    private boolean isOnThreadOf(List<Attempt> attempts, Mail answer) {
        MailThread thread = threads.of(answer.id());
        return attempts.stream().anyMatch(attempt -> threads.of(attempt.mail().id()) == thread);
    }

    private boolean isAttempt(Mail mail, String person) {
        boolean isForInformation = mail.gist().informs() && !isAskedBefore(mail, person, Instant.MIN);
        return asks(mail, person) && !isForInformation && !hasBounced(mail, person);
    }

    /** What a machine sends in my name, and my answer to an invitation, ask nothing. */
    boolean asks(Mail mail, String person) {
        boolean isAnswerInCalendar = mail.authorKind() == AuthorKind.CALENDAR
                && (mail.gist().meaning() == Meaning.Kind.YES || mail.gist().meaning() == Meaning.Kind.NO);
        return dossier.isMe(mail.from())
                && mail.authorKind().isHuman()
                && !isAnswerInCalendar
                && mail.to().stream().anyMatch(to -> persons.of(to).equals(person));
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
