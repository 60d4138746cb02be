package tact.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tact.event.Event;
import tact.protocol.Reply.Problem;

class CodecTest {

    private final Codec codec = new Codec();

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "``                                                                                       | 2  | ``",
        "[1]                                                                                      | 2  | ``",
        "{\"v\":1                                                                                 | 2  | ``",
        "{} {}                                                                                    | 2  | ``",
        "{\"v\":1,\"v\":1,\"id\":1,\"event\":{}}                                                  | 2  | ``",
        "{\"v\":1,\"id\":1,\"event\":{\"a\":[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]}}                | 2  | ``",
        "{\"v\":1,\"event\":{\"type\":\"message-displayed\",\"messageId\":\"a\"}}                 | 3  | ``",
        "{\"v\":1,\"id\":0,\"event\":{\"type\":\"message-displayed\",\"messageId\":\"a\"}}        | 3  | ``",
        "{\"v\":1,\"id\":9007199254740992,\"event\":{}}                                           | 3  | ``",
        "{\"v\":1,\"id\":\"1\",\"event\":{}}                                                      | 3  | ``",
        "{\"id\":7,\"event\":{}}                                                                  | 3  | 7",
        "{\"v\":1,\"id\":7,\"event\":[]}                                                          | 3  | 7",
        "{\"v\":1,\"id\":7,\"event\":{\"type\":\"hello\"},\"more\":1}                             | 3  | 7",
        "{\"v\":2,\"id\":7,\"event\":{}}                                                          | 4  | 7",
        "{\"v\":1,\"id\":7,\"event\":{}}                                                          | 6  | 7",
        "{\"v\":1,\"id\":7,\"event\":{\"type\":\"nonsense\"}}                                     | 6  | 7",
        "{\"v\":1,\"id\":7,\"event\":{\"type\":\"message-displayed\"}}                            | 7  | 7",
        "{\"v\":1,\"id\":7,\"event\":{\"type\":\"message-displayed\",\"messageId\":\"\"}}         | 7  | 7",
        "{\"v\":1,\"id\":7,\"event\":{\"type\":\"message-displayed\",\"messageId\":\"a\",\"b\":1}} | 7 | 7",
        "{\"v\":1,\"id\":7,\"event\":{\"type\":\"stated\",\"person\":\"a@b\",\"references\":[],\"claim\":{\"kind\":\"decided\",\"outcome\":\"x\"}}} | 7 | 7",
        "{\"v\":1,\"id\":7,\"event\":{\"type\":\"history-read\",\"searches\":[{\"kind\":\"nose\",\"term\":\"x\",\"since\":\"2026-11-23T00:00:00Z\"}]}} | 7 | 7",
        "{\"v\":1,\"id\":7,\"event\":{\"type\":\"mail-observed\",\"mails\":[null]}}               | 7  | 7",
    })
    void a_bad_frame_is_answered_with_a_coded_problem_and_its_id_where_it_has_one(String frame, int code, String id) {
        assertThatThrownBy(() -> codec.decode(frame.getBytes(StandardCharsets.UTF_8)))
                .asInstanceOf(InstanceOfAssertFactories.type(ProtocolException.class))
                .satisfies(problem -> {
                    assertThat(problem.problem().code()).isEqualTo(code);
                    assertThat(problem.id()).isEqualTo(id.isEmpty() ? null : Long.valueOf(id));
                });
    }

    @Test
    void a_problem_does_not_repeat_the_text_of_a_mail() {
        String frame = "{\"v\":1,\"id\":7,\"event\":{\"type\":\"message-displayed\",\"messageId\":{\"secret\":1}}}";

        assertThatThrownBy(() -> codec.decode(frame.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(ProtocolException.class)
                .hasMessageNotContaining("secret");
    }

    @Test
    void a_recipient_half_typed_is_left_out() throws ProtocolException {
        String frame = "{\"v\":1,\"id\":7,\"event\":{\"type\":\"send-requested\",\"draft\":{\"from\":\"lena@example.org\","
                + "\"to\":[\"Ann\",\"anna@example.org\"],\"cc\":[],\"bcc\":[],\"subject\":\"\",\"references\":[],\"text\":\"\",\"attached\":[],\"silenced\":[]}}}";
        Request request = codec.decode(frame.getBytes(StandardCharsets.UTF_8));

        assertThat(((Event.SendRequested) request.event()).draft().to()).hasSize(1);
    }

    @Test
    void invalid_utf8_is_no_json() {
        byte[] frame = "{\"v\":1,\"id\":7,\"event\":{\"type\":\"x\"}}".getBytes(StandardCharsets.UTF_8);
        frame[30] = (byte) 0xff;

        assertThatThrownBy(() -> codec.decode(frame)).isInstanceOf(ProtocolException.class);
    }

    @Test
    void problem_codes_keep_their_numbers_and_are_documented() throws Exception {
        String page = java.nio.file.Files.readString(java.nio.file.Path.of("PROTOCOL.md"));

        for (ProblemCode code : ProblemCode.values()) {
            String name = code.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
            assertThat(page).contains("| " + code.code() + " | " + name + " |");
        }
    }

    @Test
    void a_reply_without_a_request_has_the_id_null() {
        String json = new String(codec.encode(null, new Problem(ProblemCode.NOT_JSON, "x")), StandardCharsets.UTF_8);

        assertThat(json).isEqualTo("{\"v\":1,\"id\":null,\"problem\":{\"code\":2,\"text\":\"x\",\"retryable\":false}}");
    }
}
