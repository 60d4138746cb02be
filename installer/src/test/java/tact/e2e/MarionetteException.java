package tact.e2e;

/** Thunderbird refused a command, a script in it threw, or it did not answer in time. */
final class MarionetteException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    MarionetteException(String message) {
        super(message);
    }
}
