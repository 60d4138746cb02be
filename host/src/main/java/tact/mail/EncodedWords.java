package tact.mail;

import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.codec.DecoderUtil;

/** Encoded words in header fields (RFC 2047). */
final class EncodedWords {

    private EncodedWords() {}

    /** Decodes them; what is broken stays as it is written. */
    static String decode(String text) {
        return text.contains("=?") ? DecoderUtil.decodeEncodedWords(text, DecodeMonitor.SILENT) : text;
    }
}
