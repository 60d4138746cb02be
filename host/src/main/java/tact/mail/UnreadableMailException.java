package tact.mail;

/** Bytes that are no mail: not even one header field was found. */
public final class UnreadableMailException extends Exception {

    private static final long serialVersionUID = 1L;

    UnreadableMailException(String message) {
        super(message);
    }
}
