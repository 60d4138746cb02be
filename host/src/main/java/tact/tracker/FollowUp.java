package tact.tracker;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import tact.event.FollowUpGroup;
import tact.mail.Mail;
import tact.mail.MessageId;
import tact.mail.Subject;

/**
 * A thread on which the user asked somebody, with how it stands with the person who speaks: one row of the list of follow-ups.
 *
 * @param thread   with all who were asked on it
 * @param contact  who speaks of them ({@link ContactHistory#speaking})
 * @param standing as the counter of its mails has it
 * @param group    where the list shows it
 * @param next     the day to look at it again; null where nothing is waited for
 * @param isClosed whether it was answered, and what the user wrote since asks nothing
 * @param mine     the user's mails on it, oldest first; at least one
 * @param answers  other humans' mails on it, oldest first
 */
public record FollowUp(
        ThreadHistory thread,
        ContactHistory contact,
        Standing standing,
        FollowUpGroup group,
        LocalDate next,
        boolean isClosed,
        List<Mail> mine,
        List<Mail> answers) {

    public FollowUp {
        Objects.requireNonNull(thread);
        Objects.requireNonNull(contact);
        Objects.requireNonNull(standing);
        Objects.requireNonNull(group);
        mine = List.copyOf(mine);
        answers = List.copyOf(answers);
    }

    /**
     * The follow-up that a thread is.
     *
     * @param dossier the facts it was told from
     * @param zone    the user's
     * @return empty if nothing was asked on it, or nothing that was heard
     */
    static Optional<FollowUp> of(ThreadHistory thread, Dossier dossier, Policy policy, Instant now, ZoneId zone) {
        ContactHistory contact = ContactHistory.speaking(thread.people(), policy).orElse(null);
        Standing standing = contact == null ? null : Standing.of(contact, policy, now, zone);
        if (standing == null) {
            return Optional.empty();
        }
        Grouping grouping = new Grouping(contact, standing, policy, now, zone);
        List<Mail> mails = thread.thread().mails();
        return Optional.of(new FollowUp(
                thread,
                contact,
                standing,
                grouping.group(),
                grouping.next(),
                grouping.isClosed(),
                mails.stream().filter(mail -> dossier.isMe(mail.from()) && mail.authorKind().isHuman()).toList(),
                mails.stream().filter(dossier::isAnswer).toList()));
    }

    /** Names the thread. */
    public MessageId root() {
        return thread.thread().root();
    }

    /** What the thread is about, by its oldest mail of a human and without reply prefixes; may be empty. */
    public String subject() {
        return thread.thread().mails().stream()
                .filter(mail -> mail.authorKind().isHuman())
                .findFirst()
                .map(mail -> Subject.of(mail.subject()).text())
                .orElse("");
    }

    /** The user's newest mail on the thread. */
    public Mail newestOfMine() {
        return mine.get(mine.size() - 1);
    }

    /** When the newest mail of a human was written on it, either way. */
    public Instant lastContact() {
        Instant own = newestOfMine().date();
        Instant answered = answers.isEmpty() ? own : answers.get(answers.size() - 1).date();
        return answered.isAfter(own) ? answered : own;
    }

    /** How its newest try is to be marked in the list of threads: try-1 and so on, last-try or let-go; empty where it is not. */
    public Optional<String> mark(Policy policy) {
        if (contact.course().isMuted()) {
            return Optional.empty();
        }
        if (standing == Standing.LET_GO) {
            return Optional.of("let-go");
        }
        int tries = contact.counting().tries();
        return switch (group) {
            case DUE, WAITING, LAST_TRY_SENT -> tries == 0
                    ? Optional.empty()
                    : Optional.of(tries >= contact.budget(policy) ? "last-try" : "try-" + tries);
            case NOT_NOW, MEETING, GONE_QUIET, DONE -> Optional.empty();
        };
    }

    /** Whether the user let go. */
    public boolean isLetGo() {
        return standing == Standing.LET_GO;
    }

    /** What became of the tries on it, oldest first. */
    public List<TryOutcome> outcomes() {
        return TryOutcome.of(contact.streaks());
    }

    /** The newest unanswered try on the thread; where there is none, the user's newest mail. */
    public MessageId newestTry() {
        return contact.onThread().isEmpty() ? newestOfMine().id() : contact.onThread().last().mail().id();
    }
}
