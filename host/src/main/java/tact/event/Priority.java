package tact.event;

import tact.mail.Identified;

/** Where a contact stands on the user's list of priorities (passage priority). */
public enum Priority implements Identified {
    /** The one person who can make it happen. */
    THE_ONE("the-one"),
    /** Important, but there are others. */
    IMPORTANT("important"),
    /** One of many. */
    ONE_OF_MANY("one-of-many");

    private final String id;

    Priority(String id) {
        this.id = id;
    }

    /** The word for it on the wire and in the ledger. */
    @Override
    public String id() {
        return id;
    }

    /**
     * The priority of this id.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Priority of(String id) {
        return Identified.of(Priority.class, id, "priority");
    }
}
