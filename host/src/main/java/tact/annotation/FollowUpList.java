package tact.annotation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import tact.annotation.Annotation.Action;
import tact.mail.Address;
import tact.mail.MessageId;

/**
 * A page of the list of follow-ups. The fields are PROTOCOL.md's; texts are in the user's language.
 *
 * @param groups all groups in their order, with how many rows each has under the filter
 * @param due    how many are due, whatever the filter
 * @param behind how many threads are still to be worked out; 0 when all are known
 * @param rows   of the page
 */
public record FollowUpList(List<GroupCount> groups, int due, int behind, List<Row> rows) {

    public FollowUpList {
        groups = List.copyOf(groups);
        rows = List.copyOf(rows);
    }

    /** @param group its id */
    public record GroupCount(String group, int count) {}

    /**
     * A thread.
     *
     * @param thread      names it: its oldest mail
     * @param messageId   the user's newest mail on it
     * @param person      who speaks of those asked
     * @param name        their display name, or the address; as in all texts at most 120 characters
     * @param others      how many more were asked
     * @param subject     without reply prefixes; may be empty; at most 120 characters
     * @param group       id of the group
     * @param standing    id of the standing
     * @param severity    how it is coloured
     * @param tries       unanswered tries, as the counter has them; 0 where it has none
     * @param budget      how many tries there are
     * @param text        as the counter's, but for the day that a waiting try is due: that is {@code next}
     * @param title       the same in a sentence, with the day
     * @param advice      what to do, or why nothing is to be done
     * @param lastContact when the newest mail was written, either way
     * @param next        the day to look at it again; null if there is none
     * @param timeline    oldest first
     * @param write       whether a follow-up can sensibly be written
     * @param actions     what the user can say of it
     */
    public record Row(
            MessageId thread,
            MessageId messageId,
            Address person,
            String name,
            int others,
            String subject,
            String group,
            String standing,
            String severity,
            int tries,
            int budget,
            String text,
            String title,
            String advice,
            Instant lastContact,
            LocalDate next,
            List<Moment> timeline,
            boolean write,
            List<Action> actions) {
        public Row {
            timeline = List.copyOf(timeline);
            actions = List.copyOf(actions);
        }
    }

    /**
     * Something that happened on a thread.
     *
     * @param kind try, answer or meeting
     * @param text what, with its day
     */
    public record Moment(Instant at, String kind, String text) {}
}
