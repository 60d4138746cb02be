package tact.mail;

/** Who wrote a mail: only what a human did can be an answer. */
public enum AuthorKind implements Identified {
    /** A person; also whatever nothing speaks against, since a hidden answer is the worse error. */
    HUMAN("human"),
    /** A machine in a person's name (RFC 3834): an acknowledgement, a rule's answer. */
    AUTO_REPLY("auto-reply"),
    /** An auto-reply that says its person is away. */
    OUT_OF_OFFICE("out-of-office"),
    /** A report that a mail could not be delivered (RFC 3464). */
    BOUNCE("bounce"),
    /** A report that delivery takes longer; the mail may still arrive (RFC 3464, Action: delayed). */
    DELAYED("delayed"),
    /** A delivery or read receipt (RFC 3464, RFC 8098): the mail was heard, not answered. */
    RECEIPT("receipt"),
    /** Mail to many: a newsletter, an announcement, a digest. A human's own mail through a mailing list is {@link #HUMAN}. */
    LIST("list"),
    /** A person's act in their calendar (RFC 5546): they invite, accept, decline, propose, cancel. */
    CALENDAR("calendar"),
    /** A program in its own name: a notification, a system's acknowledgement. */
    MACHINE("machine");

    private final String id;

    AuthorKind(String id) {
        this.id = id;
    }

    /** The word for it on the wire, on the command line and in the ledger. */
    @Override
    public String id() {
        return id;
    }

    /** Whether a person did it, and so whether it ends a streak: with a mail, or with an invitation or an answer to one. */
    public boolean isHuman() {
        return this == HUMAN || this == CALENDAR;
    }

    /**
     * The kind of this id.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static AuthorKind of(String id) {
        return Identified.of(AuthorKind.class, id, "author kind");
    }
}
