package tact.mail;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.apache.james.mime4j.util.CharsetUtil;

/** Bytes of mail to text, whatever charset they claim. */
final class Charsets {

    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    private Charsets() {}

    /** @param charset its MIME name; null, unknown and US-ASCII (the default, and often wrong) are guessed */
    static String decode(byte[] bytes, String charset) {
        Charset named = charset == null ? null : CharsetUtil.lookup(charset);
        return named == null || named.equals(StandardCharsets.US_ASCII) ? utf8OrWindows1252(bytes) : new String(bytes, named);
    }

    /** UTF-8 where the bytes are such (RFC 6532), else Windows-1252, which older programs wrote. */
    static String utf8OrWindows1252(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            return new String(bytes, WINDOWS_1252);
        }
    }
}
