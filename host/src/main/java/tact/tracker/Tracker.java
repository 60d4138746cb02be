package tact.tracker;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tact.event.Claim;
import tact.event.Draft;
import tact.mail.Address;
import tact.mail.Mail;
import tact.mail.MessageId;

/** Facts to histories: a pure fold. The order in which facts came does not matter. */
public final class Tracker {

    private static final Comparator<MailThread> NEWEST_FIRST =
            Comparator.comparing(MailThread::newest, Threads.BY_DATE).reversed();

    private final Policy policy;

    public Tracker(Policy policy) {
        this.policy = Objects.requireNonNull(policy);
    }

    /** The policy it counts by. */
    public Policy policy() {
        return policy;
    }

    /**
     * How it stands with each person that a draft asks, in the order of its To: line.
     *
     * @param dossier all facts about the people and the thread of the draft
     * @param zone    the user's: decides when the day of a meeting begins
     * @return empty if the draft asks nobody
     */
    public List<ContactHistory> histories(Draft draft, Dossier dossier, Instant now, ZoneId zone) {
        Reading reading = new Reading(dossier, now, zone);
        return reading.histories(draft.to(), reading.threads.of(draft, now));
    }

    /**
     * How it stands with each person that I asked on the thread of a mail.
     *
     * @return empty if the mail is unknown, or if nobody was asked on its thread
     */
    public List<ContactHistory> histories(MessageId mail, Dossier dossier, Instant now, ZoneId zone) {
        Reading reading = new Reading(dossier, now, zone);
        MailThread thread = reading.threads.of(mail);
        return thread == null ? List.of() : reading.histories(reading.asked(thread), thread);
    }

    /**
     * The thread of a mail as a whole.
     *
     * @param dossier all facts about the thread and the people asked on it
     * @return empty if the mail is unknown
     */
    public Optional<TrackedThread> thread(MessageId mail, Dossier dossier, Instant now, ZoneId zone) {
        Reading reading = new Reading(dossier, now, zone);
        return Optional.ofNullable(reading.threads.of(mail)).map(reading::tracked);
    }

    /** The follow-ups of all threads of a dossier, the thread with the newest mail first. */
    public List<FollowUp> followUps(Dossier dossier, Instant now, ZoneId zone) {
        Reading reading = new Reading(dossier, now, zone);
        return reading.threads.all().stream()
                .sorted(NEWEST_FIRST)
                .map(reading::followUp)
                .flatMap(Optional::stream)
                .toList();
    }

    /** All threads of a dossier with all people asked on each, the thread with the newest mail first. */
    public List<ThreadHistory> threads(Dossier dossier, Instant now, ZoneId zone) {
        Reading reading = new Reading(dossier, now, zone);
        return reading.threads.all().stream()
                .sorted(NEWEST_FIRST)
                .map(reading::history)
                .toList();
    }

    /**
     * All threads of an archive, each as its first writer sees it: whoever began a thread is me on it, and a list that is
     * written to is asked like a person. The thread with the newest mail comes first; people are known by this thread alone.
     */
    public List<ThreadHistory> threadsByFirstWriter(Collection<Mail> mails, Instant now, ZoneId zone) {
        return Threads.of(mails, Set.of()).all().stream()
                .sorted(NEWEST_FIRST)
                .flatMap(thread -> {
                    String writer = thread.mails().get(0).from().identity();
                    return threads(new Dossier(Set.of(writer), Set.of(), thread.mails(), List.of()), now, zone).stream();
                })
                .toList();
    }

    /**
     * What the user said not to hear of, as far as it still holds, the newest first; said twice, it is there once.
     *
     * @param dossier what was said of the people in question
     */
    public static List<Statement> muted(Dossier dossier) {
        Persons persons = Persons.of(dossier);
        Claims claims = new Claims(dossier.statements(), persons);
        Set<String> people = dossier.statements().stream()
                .map(statement -> persons.of(statement.person()))
                .collect(Collectors.toSet());
        return people.stream()
                .flatMap(person -> distinct(claims.of(person, Claim.Muted.class).toList()).stream())
                .sorted(Comparator.comparing(Statement::at).reversed()
                        .thenComparing(statement -> statement.person().spec()))
                .toList();
    }

    /** Of what was said of the same, the person or a thread, only the last. */
    private static List<Statement> distinct(List<Statement> muted) {
        List<Statement> distinct = new ArrayList<>();
        for (int i = muted.size() - 1; i >= 0; i--) {
            Statement statement = muted.get(i);
            boolean isThere = distinct.stream().anyMatch(later -> later.claim().equals(statement.claim())
                    && (later.references().equals(statement.references())
                            || later.claim().equals(new Claim.Muted(Claim.Scope.PERSON))
                            || !Collections.disjoint(later.references(), statement.references())));
            if (!isThere) {
                distinct.add(statement);
            }
        }
        return distinct;
    }

    /** One dossier, indexed once for all that is asked of it. */
    private final class Reading {

        private final Dossier dossier;
        private final Instant now;
        private final ZoneId zone;
        private final Persons persons;
        private final Threads threads;
        private final Streaks streaks;

        private final Courses courses;

        private Reading(Dossier dossier, Instant now, ZoneId zone) {
            this.dossier = dossier;
            this.now = now;
            this.zone = zone;
            this.threads = Threads.of(dossier.mails(), dossier.me());
            this.persons = Persons.of(dossier);
            Claims claims = new Claims(dossier.statements(), persons);
            this.streaks = new Streaks(dossier, persons, threads, claims, policy, now, zone);
            this.courses = new Courses(dossier, persons, threads, streaks, claims, now, zone);
        }

        private TrackedThread tracked(MailThread thread) {
            ThreadHistory history = history(thread);
            return new TrackedThread(
                    thread, asked(thread), FollowUp.of(history, dossier, policy, now, zone), goodUntil(history.people()));
        }

        private Optional<FollowUp> followUp(MailThread thread) {
            return FollowUp.of(history(thread), dossier, policy, now, zone);
        }

        private ThreadHistory history(MailThread thread) {
            return new ThreadHistory(thread, histories(asked(thread), thread));
        }

        /** A day changes how it stands only on its own; nobody stays an established correspondent for ever. */
        private Instant goodUntil(List<ContactHistory> people) {
            LocalDate today = now.atZone(zone).toLocalDate();
            Stream<Instant> days = people.stream()
                    .flatMap(contact -> Grouping.turningDays(contact, policy, zone))
                    .filter(day -> day.isAfter(today))
                    .map(day -> day.atStartOfDay(zone).toInstant());
            Stream<Instant> lapses = people.stream()
                    .filter(ContactHistory::established)
                    .map(contact -> streaks.establishedUntil(persons.of(contact.person())));
            return Stream.concat(days, lapses).min(Comparator.naturalOrder()).orElse(Instant.MAX);
        }

        private List<Address> asked(MailThread thread) {
            return thread.mails().stream()
                    .filter(mail -> dossier.isMe(mail.from()))
                    .map(Mail::to)
                    .flatMap(List::stream)
                    .toList();
        }

        /** @param thread null for a new one */
        private List<ContactHistory> histories(List<Address> people, MailThread thread) {
            Map<String, Address> distinct = new LinkedHashMap<>();
            for (Address person : people) {
                if (dossier.canBeAsked(person)) {
                    distinct.merge(persons.of(person), person, (first, second) -> first.name().isEmpty() ? second : first);
                }
            }
            return distinct.values().stream().map(person -> history(person, thread)).toList();
        }

        private ContactHistory history(Address person, MailThread thread) {
            String key = persons.of(person);
            ContactHistory history = new ContactHistory(
                    person.name().isEmpty() ? new Address(streaks.nameOf(key), person.spec()) : person,
                    persons.others(person),
                    thread == null ? List.of() : streaks.streaksOn(thread, key),
                    streaks.toPerson(key),
                    streaks.answersSince(key, now.minus(policy.establishedWithin())) >= policy.establishedMails(),
                    thread != null && streaks.newestBetween(key).filter(mail -> threads.of(mail.id()) == thread).isPresent(),
                    Course.NONE);
            return history.withCourse(courses.with(key, thread, history.counting(), history.established()));
        }
    }
}
