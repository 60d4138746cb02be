package tact.event;

import tact.mail.Identified;

/** Where the list of follow-ups shows a thread; in the order of the list. */
public enum FollowUpGroup implements Identified {
    /** The next try is not too early any more, or the day has come that was asked for after a "not now". */
    DUE("due"),
    /** A try is out, the next one would be too early. */
    WAITING("waiting"),
    /** The budget is spent. */
    LAST_TRY_SENT("last-try-sent"),
    /** They asked for a later time, which has not come. */
    NOT_NOW("not-now"),
    /** A meeting is ahead, or was held not long ago and nothing has been asked since. */
    MEETING("meeting"),
    /** It has been due, or over, for so long that it prompts nothing any more. */
    GONE_QUIET("gone-quiet"),
    /** Nothing is waited for. */
    DONE("done");

    private final String id;

    FollowUpGroup(String id) {
        this.id = id;
    }

    /** The word for it on the wire and in the index. */
    @Override
    public String id() {
        return id;
    }

    /**
     * The group of this id.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static FollowUpGroup of(String id) {
        return Identified.of(FollowUpGroup.class, id, "group of follow-ups");
    }
}
