package tact.advice;

/** How much a finding matters, the least first. */
public enum Severity {
    /** Worth knowing. */
    INFO("info"),
    /** Could be better. */
    HINT("hint"),
    /** Likely a mistake. */
    WARNING("warning"),
    /** Asks before the mail goes out. */
    HOLD("hold");

    private final String id;

    Severity(String id) {
        this.id = id;
    }

    /** The word for it on the wire and on the command line. */
    public String id() {
        return id;
    }
}
