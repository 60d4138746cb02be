package tact.tracker;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import tact.mail.Identified;

/**
 * What became of a try.
 *
 * @param number        in its streak, from 1
 * @param result        so far
 * @param answeredAfter how long the answer took; null where no mail answered it
 */
public record TryOutcome(int number, Instant sentAt, Result result, Duration answeredAfter) {

    public TryOutcome {
        Objects.requireNonNull(sentAt);
        Objects.requireNonNull(result);
    }

    /** What can become of a try. */
    public enum Result implements Identified {
        /** A human answered it, or a meeting did, before another one was sent. */
        ANSWERED("answered"),
        /** Another one was sent. */
        FOLLOWED("followed"),
        /** It is the last one so far. */
        OPEN("open");

        private final String id;

        Result(String id) {
            this.id = id;
        }

        /** The word for it in the index. */
        @Override
        public String id() {
            return id;
        }
    }

    /** Of all tries of some streaks. */
    static List<TryOutcome> of(List<EndedStreak> streaks) {
        List<TryOutcome> outcomes = new ArrayList<>();
        for (EndedStreak ended : streaks) {
            List<Attempt> attempts = ended.streak().attempts();
            for (int i = 0; i < attempts.size(); i++) {
                outcomes.add(of(ended, i));
            }
        }
        return outcomes;
    }

    private static TryOutcome of(EndedStreak ended, int index) {
        List<Attempt> attempts = ended.streak().attempts();
        Instant sent = attempts.get(index).sentAt();
        if (index < attempts.size() - 1) {
            return new TryOutcome(index + 1, sent, Result.FOLLOWED, null);
        }
        if (!ended.answered()) {
            return new TryOutcome(index + 1, sent, Result.OPEN, null);
        }
        boolean isByMail = ended.ending().kind() == EndedStreak.Kind.MAIL;
        return new TryOutcome(index + 1, sent, Result.ANSWERED, isByMail ? Duration.between(sent, ended.ending().at()) : null);
    }
}
