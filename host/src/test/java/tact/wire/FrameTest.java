package tact.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class FrameTest {

    private static final int LIMIT = 1000;

    @Test
    void a_written_frame_is_read_back_with_its_length_in_native_order() throws IOException {
        byte[] payload = "{\"ü\":1}".getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        new FrameWriter(out).write(payload);

        assertThat(ByteBuffer.wrap(out.toByteArray()).order(ByteOrder.nativeOrder()).getInt()).isEqualTo(payload.length);
        assertThat(reader(out.toByteArray()).read()).isInstanceOfSatisfying(
                Frame.Whole.class, frame -> assertThat(frame.payload()).isEqualTo(payload));
    }

    @Test
    void the_end_between_two_frames_is_clean() throws IOException {
        FrameReader reader = reader(frame(3, 3));

        assertThat(reader.read()).isInstanceOf(Frame.Whole.class);
        assertThat(reader.read()).isInstanceOf(Frame.End.class);
        assertThat(reader(new byte[0]).read()).isInstanceOf(Frame.End.class);
    }

    @Test
    void the_end_inside_a_length_or_a_payload_is_not() {
        assertThatThrownBy(() -> reader(new byte[] {1}).read()).isInstanceOf(EOFException.class);
        assertThatThrownBy(() -> reader(new byte[] {1, 0, 0}).read()).isInstanceOf(EOFException.class);
        assertThatThrownBy(() -> reader(frame(5, 4)).read()).isInstanceOf(EOFException.class);
        assertThatThrownBy(() -> reader(frame(LIMIT + 5, 4)).read()).isInstanceOf(EOFException.class);
    }

    @Test
    void an_empty_frame_is_a_frame() throws IOException {
        assertThat(reader(frame(0, 0)).read()).isInstanceOfSatisfying(
                Frame.Whole.class, frame -> assertThat(frame.payload()).isEmpty());
    }

    @Test
    void a_frame_at_the_limit_is_taken_and_one_past_it_is_skipped_so_that_the_next_is_read() throws IOException {
        byte[] three = concat(frame(LIMIT, LIMIT), frame(LIMIT + 1, LIMIT + 1), frame(2, 2));
        FrameReader reader = reader(three);

        assertThat(reader.read()).isInstanceOf(Frame.Whole.class);
        assertThat(reader.read()).isEqualTo(new Frame.TooLarge(LIMIT + 1));
        assertThat(reader.read()).isInstanceOf(Frame.Whole.class);
        assertThat(reader.read()).isInstanceOf(Frame.End.class);
    }

    @Test
    void a_length_above_two_gibibytes_is_unsigned_and_too_large() {
        byte[] huge = {(byte) 0xff, (byte) 0xff, (byte) 0xff, (byte) 0xff, 1, 2};

        assertThatThrownBy(() -> reader(huge).read())
                .isInstanceOf(EOFException.class)
                .hasMessageContaining("4294967295");
    }

    @Test
    void a_payload_past_thunderbirds_limit_is_refused_before_a_byte_is_written() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        assertThatThrownBy(() -> new FrameWriter(out).write(new byte[FrameWriter.MAX_FRAME + 1]))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(out.size()).isZero();
    }

    private static FrameReader reader(byte[] bytes) {
        return new FrameReader(new ByteArrayInputStream(bytes), LIMIT);
    }

    private static byte[] frame(int announced, int actual) {
        return ByteBuffer.allocate(4 + actual).order(ByteOrder.nativeOrder()).putInt(announced).array();
    }

    private static byte[] concat(byte[]... parts) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.write(part);
        }
        return all.toByteArray();
    }
}
