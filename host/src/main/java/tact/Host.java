package tact;

import java.io.EOFException;
import java.io.IOException;
import java.util.Objects;
import tact.protocol.Codec;
import tact.protocol.ProblemCode;
import tact.protocol.ProtocolException;
import tact.protocol.Reply;
import tact.protocol.Request;
import tact.wire.Frame;
import tact.wire.FrameReader;
import tact.wire.FrameWriter;

/** The loop of the native-messaging host: a frame in, a frame out, until the extension closes the pipe. */
final class Host {

    private final FrameReader reader;
    private final FrameWriter writer;
    private final Codec codec;
    private final Desk desk;
    private final Log log;

    Host(FrameReader reader, FrameWriter writer, Codec codec, Desk desk, Log log) {
        this.reader = Objects.requireNonNull(reader);
        this.writer = Objects.requireNonNull(writer);
        this.codec = Objects.requireNonNull(codec);
        this.desk = Objects.requireNonNull(desk);
        this.log = Objects.requireNonNull(log);
    }

    /**
     * Runs until the end of input.
     *
     * @return the exit code: 0 after a clean end, 1 after a broken pipe
     */
    int run() {
        try {
            for (Frame frame = reader.read(); !(frame instanceof Frame.End); frame = reader.read()) {
                writer.write(reply(frame));
            }
            return 0;
        } catch (EOFException e) {
            log.fault("Thunderbird closed the pipe inside a message.", e);
        } catch (IOException e) {
            log.fault("The pipe to Thunderbird broke.", e);
        }
        return 1;
    }

    private byte[] reply(Frame frame) {
        if (frame instanceof Frame.TooLarge tooLarge) {
            return codec.encode(
                    null,
                    new Reply.Problem(
                            ProblemCode.FRAME_TOO_LARGE,
                            "A frame of " + tooLarge.length() + " bytes passes the limit of " + FrameReader.MAX_FRAME + "."));
        }
        try {
            return reply(codec.decode(((Frame.Whole) frame).payload()));
        } catch (ProtocolException e) {
            log.fault("Thunderbird sent what the protocol does not have.", e);
            return codec.encode(e.id(), e.problem());
        }
    }

    private byte[] reply(Request request) {
        Reply reply;
        try {
            reply = desk.handle(request.event());
        } catch (RuntimeException e) {
            log.fault("A defect of the host.", e);
            reply = new Reply.Problem(ProblemCode.INTERNAL, "The Tact host has a defect: " + e.getClass().getSimpleName() + ".");
        }
        byte[] payload = codec.encode(request.id(), reply);
        if (payload.length <= FrameWriter.MAX_FRAME) {
            return payload;
        }
        return codec.encode(
                request.id(),
                new Reply.Problem(ProblemCode.REPLY_TOO_LARGE, "The reply has " + payload.length + " bytes, too many for Thunderbird."));
    }
}
