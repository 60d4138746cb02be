package tact.event;

import tact.mail.Identified;

/** The order of follow-ups within their group. */
public enum FollowUpSort implements Identified {
    /** The next day first; those without one at the end. */
    NEXT("next"),
    /** The latest mail first. */
    LAST_CONTACT("last-contact"),
    /** By the name of the person. */
    PERSON("person");

    private final String id;

    FollowUpSort(String id) {
        this.id = id;
    }

    /** The word for it on the wire. */
    @Override
    public String id() {
        return id;
    }

    /**
     * The order of this id.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static FollowUpSort of(String id) {
        return Identified.of(FollowUpSort.class, id, "order of follow-ups");
    }
}
