package tact.wire;

import java.util.Objects;

/** What {@link FrameReader} found where the next frame should begin. */
public sealed interface Frame {

    /**
     * A complete frame.
     *
     * @param payload its bytes without the length prefix; UTF-8 JSON by the protocol, unchecked here
     */
    record Whole(byte[] payload) implements Frame {
        public Whole {
            Objects.requireNonNull(payload);
        }
    }

    /**
     * A frame whose length passes the limit; its bytes were skipped, so that the next frame can be read.
     *
     * @param length the announced length in bytes
     */
    record TooLarge(long length) implements Frame {}

    /** End of input between two frames: the other side closed the pipe in order. */
    record End() implements Frame {}
}
