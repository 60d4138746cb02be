package tact.tracker;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import tact.event.Claim;
import tact.event.Outcome;
import tact.mail.Address;
import tact.mail.AuthorKind;
import tact.mail.Mail;
import tact.mail.Meaning;

/** Follows what has come between the user and a person besides attempts. People are named by {@link Persons#of}. */
final class Courses {

    private final Dossier dossier;
    private final Persons persons;
    private final Threads threads;
    private final Streaks streaks;
    private final Claims claims;
    private final Instant now;
    private final ZoneId zone;

    Courses(Dossier dossier, Persons persons, Threads threads, Streaks streaks, Claims claims, Instant now, ZoneId zone) {
        this.dossier = dossier;
        this.persons = persons;
        this.threads = threads;
        this.streaks = streaks;
        this.claims = claims;
        this.now = now;
        this.zone = zone;
    }

    /**
     * @param thread      null for a new one
     * @param counting    the unanswered attempts that warnings go by
     * @param established of an established correspondent only the answers on the thread matter
     */
    Course with(String person, MailThread thread, Streak counting, boolean established) {
        Answer answer = answer(person, established ? thread : null, established);
        LocalDate meeting = streaks.meetingsWith(person).day();
        return new Course(
                isOvertaken(answer, meeting) ? null : answer,
                meeting,
                counting.isEmpty() ? null : back(person, counting.last().sentAt()),
                streaks.returned(person).orElse(null),
                claims.last(person, Claim.Ranked.class).map(Claim.Ranked::priority).orElse(null),
                claims.last(person, Claim.Introduced.class).orElse(null),
                likelyIntroducer(person, thread, answer).orElse(null),
                claims.last(person, Claim.Urgent.class).filter(urgent -> !urgent.deadline().isBefore(today())).orElse(null),
                claims.last(person, Claim.Snoozed.class).map(Claim.Snoozed::until).orElse(null),
                isMuted(person, thread),
                letGoAt(person, thread, answer, established));
    }

    /** Whoever meets the user after a no, or a "not now", has agreed after all. */
    private boolean isOvertaken(Answer answer, LocalDate meeting) {
        return answer != null
                && meeting != null
                && (answer.meaning() == Meaning.Kind.NO || answer.meaning() == Meaning.Kind.NOT_NOW)
                && meeting.isAfter(answer.at().atZone(zone).toLocalDate());
    }

    private LocalDate today() {
        return now.atZone(zone).toLocalDate();
    }

    /**
     * The last word: the person's last mail, or what others wrote since on the thread of a later attempt. It answers only if the
     * person was asked before on its thread. A refusal is past when they have met since, or spoken elsewhere.
     */
    private Answer answer(String person, MailThread thread, boolean onThreadOnly) {
        Mail newest = null;
        Instant own = Instant.MIN;
        for (Mail mail : streaks.exchangedWith(person)) {
            boolean isHere = !onThreadOnly || thread != null && threads.of(mail.id()) == thread;
            if (isHere && dossier.isAnswer(mail)) {
                boolean isOwn = persons.of(mail.from()).equals(person);
                own = isOwn ? mail.date() : own;
                newest = isOwn || streaks.isAskedBefore(mail, person, own) ? mail : newest;
            }
        }
        if (newest == null || !streaks.isAskedBefore(newest, person, Instant.MIN)) {
            return null;
        }
        Meaning.Kind meaning = streaks.meaningOf(newest, person);
        Instant at = newest.date();
        boolean isRefusal = meaning == Meaning.Kind.NO || meaning == Meaning.Kind.NOT_NOW;
        if (isRefusal && streaks.endings(person).stream().anyMatch(ending -> ending.at().isAfter(at))) {
            return null;
        }
        return new Answer(
                newest.id(),
                at,
                meaning,
                claims.meaningOf(newest.id(), person) != null,
                newest.gist().proposedDay());
    }

    /** The return day of their newest absence note since the last attempt. */
    private LocalDate back(String person, Instant since) {
        return dossier.mails().stream()
                .filter(mail -> mail.authorKind() == AuthorKind.OUT_OF_OFFICE && mail.gist().returnDate() != null)
                .filter(mail -> persons.of(mail.from()).equals(person) && !mail.date().isBefore(since))
                .max(Threads.BY_DATE)
                .map(mail -> mail.gist().returnDate())
                .orElse(null);
    }

    /** Who wrote that they introduce them to me, else who put both of us on the thread in question, or on that of the last answer. */
    private Optional<Address> likelyIntroducer(String person, MailThread thread, Answer answer) {
        Optional<Mail> introduction =
                byOthersTo(person, dossier.mails()).filter(mail -> mail.gist().introduces()).min(Threads.BY_DATE);
        Stream<Mail> opening = Stream.of(thread, answer == null ? null : threads.of(answer.mail()))
                .filter(Objects::nonNull)
                .flatMap(those -> byOthersTo(person, those.mails().subList(0, 1)))
                .filter(mail -> mail.listPost() == null);
        return Stream.concat(introduction.stream(), opening).findFirst().map(Mail::from);
    }

    private Stream<Mail> byOthersTo(String person, List<Mail> mails) {
        return mails.stream()
                .filter(mail -> mail.authorKind() == AuthorKind.HUMAN && dossier.isAnswer(mail))
                .filter(mail -> !persons.of(mail.from()).equals(person) && puts(person, mail));
    }

    private boolean puts(String person, Mail mail) {
        List<Address> receivers = Stream.concat(mail.to().stream(), mail.cc().stream()).toList();
        return receivers.stream().anyMatch(dossier::isMe)
                && receivers.stream().anyMatch(address -> persons.of(address).equals(person));
    }

    private boolean isMuted(String person, MailThread thread) {
        return claims.of(person, Claim.Muted.class).anyMatch(statement -> {
            boolean everywhere = ((Claim.Muted) statement.claim()).scope() == Claim.Scope.PERSON;
            return everywhere
                    || thread != null && statement.references().stream().anyMatch(id -> threads.of(id) == thread);
        });
    }

    /**
     * What came later takes up again what was let go: a mail to them, a word of theirs, a meeting. Of an established correspondent only
     * what came on the thread.
     */
    private Instant letGoAt(String person, MailThread thread, Answer answer, boolean onThreadOnly) {
        if (onThreadOnly && thread == null) {
            return null;
        }
        Stream<Instant> exchanged = streaks.exchangedWith(person).stream()
                .filter(mail -> !onThreadOnly || threads.of(mail.id()) == thread)
                .filter(mail -> streaks.asks(mail, person) || dossier.isAnswer(mail) && persons.of(mail.from()).equals(person))
                .map(Mail::date);
        Stream<Instant> others = Stream.concat(
                Stream.ofNullable(answer).map(Answer::at), streaks.endings(person).stream().map(EndedStreak.Ending::at));
        Instant newest = Stream.concat(exchanged, others).max(Comparator.naturalOrder()).orElse(Instant.MIN);
        return claims.of(person, Claim.Decided.class)
                .filter(statement -> ((Claim.Decided) statement.claim()).outcome() == Outcome.LET_GO)
                .map(Statement::at)
                .filter(at -> !at.isBefore(newest))
                .max(Comparator.naturalOrder())
                .orElse(null);
    }
}
