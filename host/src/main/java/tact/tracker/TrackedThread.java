package tact.tracker;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import tact.mail.Address;

/**
 * A thread as the index of follow-ups keeps it.
 *
 * @param asked     whom my mails on it are To:
 * @param followUp  empty if nothing was asked on it, or nothing that was heard
 * @param goodUntil when the follow-up may change although no fact does; {@link Instant#MAX} for never
 */
public record TrackedThread(MailThread thread, List<Address> asked, Optional<FollowUp> followUp, Instant goodUntil) {
    public TrackedThread {
        Objects.requireNonNull(thread);
        Objects.requireNonNull(followUp);
        Objects.requireNonNull(goodUntil);
        asked = List.copyOf(asked);
    }
}
