package tact.mail;

import java.util.Objects;

/**
 * Who wrote a mail, and how one can tell.
 *
 * @param evidence the header field or the sentence that decided, at most {@link #MAX_EVIDENCE} characters; empty where nothing
 *                 speaks against a human
 */
public record Verdict(AuthorKind kind, String evidence) {

    /** Characters of evidence that are kept. */
    public static final int MAX_EVIDENCE = 200;

    public Verdict {
        Objects.requireNonNull(kind);
        evidence = evidence.length() > MAX_EVIDENCE ? evidence.substring(0, MAX_EVIDENCE - 1) + "…" : evidence;
    }
}
