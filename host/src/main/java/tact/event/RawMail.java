package tact.event;

import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * A mail as RFC 5322 has it.
 *
 * @param raw each byte one character, U+0000 to U+00FF
 */
public record RawMail(String raw) {
    public RawMail {
        Objects.requireNonNull(raw);
    }

    /** Its bytes. */
    public byte[] bytes() {
        return raw.getBytes(StandardCharsets.ISO_8859_1);
    }
}
