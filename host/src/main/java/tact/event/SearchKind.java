package tact.event;

import tact.mail.Identified;

/** Where a search looks for its term. */
public enum SearchKind implements Identified {
    /** Mail from an address and to it. */
    ADDRESS("address"),
    /** Delivery reports of mail systems in the days after a try, whose Message-ID the term is. */
    BOUNCE("bounce"),
    /** Mail in whose subject the term stands. */
    SUBJECT("subject");

    private final String id;

    SearchKind(String id) {
        this.id = id;
    }

    /** The word for it on the wire and in the ledger. */
    @Override
    public String id() {
        return id;
    }

    /**
     * The kind of this id.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static SearchKind of(String id) {
        return Identified.of(SearchKind.class, id, "search kind");
    }
}
