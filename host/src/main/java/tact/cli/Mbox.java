package tact.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import tact.mail.MailReader;

/**
 * The mails of an mbox (RFC 4155), one after the other. Keeps the first {@link MailReader#MAX_RAW} bytes of each, however long
 * the mail or a line of it is; mime4j's iterator holds whole mails and gives up past its limit.
 */
final class Mbox {

    /** What a mail begins with, at the start of the file or after an empty line. */
    static final byte[] SEPARATOR = "From ".getBytes(StandardCharsets.US_ASCII);

    private final InputStream in;
    private boolean inMail;
    private boolean atEnd;

    /** @param in at the first separator; buffered, since it is read byte by byte */
    Mbox(InputStream in) {
        this.in = in;
    }

    /** The next mail without its separator line; null after the last. Quoted separators ({@code >From }) are unquoted. */
    byte[] next() throws IOException {
        if (!inMail) {
            skipLine();
            inMail = true;
        }
        if (atEnd) {
            return null;
        }
        ByteArrayOutputStream mail = new ByteArrayOutputStream(8192);
        boolean afterEmptyLine = false;
        while (!atEnd) {
            byte[] start = lineStart();
            if (afterEmptyLine && Arrays.equals(start, SEPARATOR)) {
                skipLine();
                return mail.toByteArray();
            }
            afterEmptyLine = copyLine(unquoted(start), mail);
        }
        return mail.toByteArray();
    }

    /** Up to five bytes of the next line, its end included. */
    private byte[] lineStart() throws IOException {
        byte[] start = new byte[SEPARATOR.length];
        int length = 0;
        while (length < start.length) {
            int next = in.read();
            if (next < 0) {
                atEnd = true;
                break;
            }
            start[length++] = (byte) next;
            if (next == '\n') {
                break;
            }
        }
        return Arrays.copyOf(start, length);
    }

    private static byte[] unquoted(byte[] start) {
        byte[] quoted = ">From".getBytes(StandardCharsets.US_ASCII);
        return Arrays.equals(start, quoted) ? Arrays.copyOfRange(start, 1, start.length) : start;
    }

    /** Copies the rest of a line; true if the line is empty. */
    private boolean copyLine(byte[] start, ByteArrayOutputStream mail) throws IOException {
        append(start, mail);
        boolean ended = start.length > 0 && start[start.length - 1] == '\n';
        if (ended) {
            return start.length == 1 || start.length == 2 && start[0] == '\r';
        }
        for (int next = in.read(); ; next = in.read()) {
            if (next < 0) {
                atEnd = true;
                return false;
            }
            if (mail.size() < MailReader.MAX_RAW) {
                mail.write(next);
            }
            if (next == '\n') {
                return false;
            }
        }
    }

    private static void append(byte[] bytes, ByteArrayOutputStream mail) {
        mail.write(bytes, 0, Math.max(0, Math.min(bytes.length, MailReader.MAX_RAW - mail.size())));
    }

    private void skipLine() throws IOException {
        int next = in.read();
        while (next >= 0 && next != '\n') {
            next = in.read();
        }
        atEnd = next < 0;
    }
}
