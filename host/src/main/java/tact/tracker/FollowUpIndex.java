package tact.tracker;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import tact.event.FollowUpGroup;
import tact.event.FollowUpSort;
import tact.mail.MessageId;

/**
 * What is derived of each follow-up, so that to find, count and sort them no facts need be read. It may lag behind the facts; asked
 * to, it works on, and once nothing is left it tells the same as all facts.
 *
 * <p>All methods throw {@link LedgerException} when it cannot be read or written.
 */
public interface FollowUpIndex {

    /**
     * By what the follow-ups are worked out.
     *
     * @param name the same as long as the same facts give the same follow-ups at the same moment
     * @param zone the user's
     */
    record Rules(String name, Tracker tracker, Instant now, ZoneId zone) {
        public Rules {
            Objects.requireNonNull(name);
            Objects.requireNonNull(tracker);
            Objects.requireNonNull(now);
            Objects.requireNonNull(zone);
        }
    }

    /**
     * Works out what new facts, other rules or the time have changed, the newest threads first.
     *
     * @param isTimeLeft asked before each thread
     * @return how many threads are left, at least about; 0 when all is known
     */
    int catchUp(Rules rules, BooleanSupplier isTimeLeft);

    /** How many follow-ups each group has; groups without any may be missing. */
    Map<FollowUpGroup, Integer> counts(SearchWords words);

    /**
     * The oldest mails of threads, in the order of the list.
     *
     * @param group null for all
     */
    List<MessageId> find(FollowUpGroup group, SearchWords words, FollowUpSort sort, int from, int limit);

    /** The newest tries that are to be marked, in the order of the oldest mails of their threads. */
    List<Mark> marks(int from, int limit);

    /**
     * A newest try with its mark.
     *
     * @param mark as {@link FollowUp#mark} has it
     */
    record Mark(MessageId newestTry, String mark) {}

    /**
     * What became of all tries.
     *
     * @param known a try without an answer that was sent before has none
     */
    Outcomes outcomes(Instant known);
}
