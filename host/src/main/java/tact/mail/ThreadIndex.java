package tact.mail;

import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/**
 * Exchange's Thread-Index field (MS-OXOMSG, section 2.2.1.3): base64 of 22 bytes that all mails of a conversation share, and
 * five more for each reply. Exchange sends it also where it leaves out References.
 */
final class ThreadIndex {

    private static final int CONVERSATION_BYTES = 22;
    private static final int MAX_LENGTH = 4096;

    private ThreadIndex() {}

    /** The conversation's id, which no mail has as its own; null if the field is missing or broken. */
    static MessageId conversation(String fieldBody) {
        if (fieldBody.isBlank() || fieldBody.length() > MAX_LENGTH) {
            return null;
        }
        try {
            byte[] index = Base64.getMimeDecoder().decode(fieldBody);
            return index.length < CONVERSATION_BYTES
                    ? null
                    : new MessageId(HexFormat.of().formatHex(Arrays.copyOf(index, CONVERSATION_BYTES)) + "@thread-index.invalid");
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
