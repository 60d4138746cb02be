package tact.wire;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Objects;

/** Reads native-messaging frames: a 32-bit unsigned length in native byte order, then that many bytes. */
public final class FrameReader {

    /** The largest frame taken from the extension, in bytes. */
    public static final int MAX_FRAME = 8 << 20;

    private final InputStream in;
    private final int limit;

    /**
     * @param in    the extension's end of the pipe
     * @param limit the largest payload to take, in bytes
     */
    public FrameReader(InputStream in, int limit) {
        this.in = Objects.requireNonNull(in);
        this.limit = limit;
    }

    /**
     * Waits for the next frame.
     *
     * @return a whole frame, one that was too large, or the clean end
     * @throws EOFException if the input ends inside a frame
     * @throws IOException  if the pipe fails
     */
    public Frame read() throws IOException {
        byte[] prefix = in.readNBytes(Integer.BYTES);
        if (prefix.length == 0) {
            return new Frame.End();
        }
        if (prefix.length < Integer.BYTES) {
            throw new EOFException("The input ended inside a frame's length, after " + prefix.length + " bytes.");
        }
        long length = Integer.toUnsignedLong(ByteBuffer.wrap(prefix).order(ByteOrder.nativeOrder()).getInt());
        if (length > limit) {
            skip(length);
            return new Frame.TooLarge(length);
        }
        byte[] payload = in.readNBytes((int) length);
        if (payload.length < length) {
            throw new EOFException("The input ended inside a frame: " + payload.length + " of " + length + " bytes came.");
        }
        return new Frame.Whole(payload);
    }

    private void skip(long length) throws IOException {
        try {
            in.skipNBytes(length);
        } catch (EOFException e) {
            throw new EOFException("The input ended inside a frame of " + length + " bytes, which was being skipped.");
        }
    }
}
