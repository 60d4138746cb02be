package tact.protocol;

import java.util.Objects;

/** A frame that is no request, with the problem to answer it with. */
public final class ProtocolException extends Exception {

    private static final long serialVersionUID = 1L;

    private final Long id;
    private final transient Reply.Problem problem;

    ProtocolException(Long id, ProblemCode code, String text) {
        super(text);
        this.id = id;
        this.problem = new Reply.Problem(code, Objects.requireNonNull(text));
    }

    /** The request's id; null if none could be read. */
    public Long id() {
        return id;
    }

    /** What to answer. */
    public Reply.Problem problem() {
        return problem;
    }
}
