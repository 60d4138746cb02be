package tact.protocol;

/** Why an event got no other reply. Append-only: a code keeps its meaning for ever. */
public enum ProblemCode {
    FRAME_TOO_LARGE(1, false),
    NOT_JSON(2, false),
    NOT_AN_ENVELOPE(3, false),
    UNSUPPORTED_VERSION(4, false),
    HELLO_FIRST(5, false),
    UNKNOWN_EVENT(6, false),
    INVALID_EVENT(7, false),
    LEDGER_UNAVAILABLE(8, true),
    REPLY_TOO_LARGE(9, false),
    INTERNAL(10, false);

    private final int code;
    private final boolean retryable;

    ProblemCode(int code, boolean retryable) {
        this.code = code;
        this.retryable = retryable;
    }

    /** Its number on the wire. */
    public int code() {
        return code;
    }

    /** Whether the same event may succeed later. */
    public boolean retryable() {
        return retryable;
    }
}
