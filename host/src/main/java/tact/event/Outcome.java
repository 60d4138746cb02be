package tact.event;

import tact.mail.Identified;

/** What a user can decide when a mail is held. */
public enum Outcome implements Identified {
    /** No further mail; Tact is quiet about this person. */
    LET_GO("let-go"),
    /** Back to the draft. */
    KEEP_WRITING("keep-writing"),
    /** The mail goes out all the same. */
    SEND_ANYWAY("send-anyway");

    private final String id;

    Outcome(String id) {
        this.id = id;
    }

    /** The word for it on the wire and in the ledger. */
    @Override
    public String id() {
        return id;
    }

    /**
     * The outcome of this id.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Outcome of(String id) {
        return Identified.of(Outcome.class, id, "outcome");
    }
}
