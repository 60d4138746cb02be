package tact.wire;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Objects;

/** Writes native-messaging frames, each whole and flushed before the next one begins. */
public final class FrameWriter {

    /** The largest frame that Thunderbird takes from a host, in bytes. */
    public static final int MAX_FRAME = 1 << 20;

    private final OutputStream out;

    /** @param out the extension's end of the pipe; nothing else may write to it */
    public FrameWriter(OutputStream out) {
        this.out = Objects.requireNonNull(out);
    }

    /**
     * Writes one frame.
     *
     * @param payload at most {@link #MAX_FRAME} bytes
     * @throws IllegalArgumentException if the payload is larger: Thunderbird would close the pipe
     * @throws IOException              if the pipe fails
     */
    public synchronized void write(byte[] payload) throws IOException {
        if (payload.length > MAX_FRAME) {
            throw new IllegalArgumentException("A frame of " + payload.length + " bytes passes the limit of " + MAX_FRAME + ".");
        }
        out.write(ByteBuffer.allocate(Integer.BYTES).order(ByteOrder.nativeOrder()).putInt(payload.length).array());
        out.write(payload);
        out.flush();
    }
}
