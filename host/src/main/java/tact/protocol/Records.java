package tact.protocol;

import java.io.InputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.Map;
import java.util.function.Function;
import tact.event.LedgerRecord;
import tact.mail.Address;
import tact.mail.AuthorKind;
import tact.mail.Mail;
import tact.mail.Sketch;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.NamedType;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.util.TokenBuffer;

/**
 * Records of the ledger to JSON and back, without loss: what was read from mail need be no good mail. An address is its name, a
 * tab and its addr-spec, whatever stands in them; a sketch is its bytes in base64.
 */
final class Records {

    /** The most bytes of a record: a longer one could not be exported again. What is read from a mail stays below. */
    private static final int MAX_BYTES = 1_000_000;
    private static final int DAY_LENGTH = "2026-11-23".length();

    private static final Map<String, Class<? extends LedgerRecord>> KINDS = Map.of(
            "tact-export", LedgerRecord.Heading.class,
            "mail", LedgerRecord.ObservedMail.class,
            "statement", LedgerRecord.Said.class,
            "me", LedgerRecord.Me.class,
            "card", LedgerRecord.AddressCard.class,
            "history-read", LedgerRecord.Searched.class);

    private static final JsonMapper MAPPER = mapper();
    private static final JsonMapper FILE = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(Codec.MAX_DEPTH)
                            .maxNumberLength(Codec.MAX_NUMBER)
                            .maxStringLength(MAX_BYTES)
                            .build())
                    .build())
            .build();

    private Records() {}

    private static JsonMapper mapper() {
        JsonMapper.Builder builder = Codec.builder()
                .addMixIn(LedgerRecord.class, MixIns.ByKind.class)
                .addMixIn(AuthorKind.class, MixIns.OfId.class)
                .addMixIn(Mail.class, MixIns.OfMail.class)
                .addModule(new SimpleModule("ledger")
                        .addSerializer(Address.class, new ToText<>(address -> address.name() + "\t" + address.spec()))
                        .addDeserializer(Address.class, new OfText<>(Records::address))
                        .addSerializer(Sketch.class, new ToText<>(Records::text))
                        .addDeserializer(Sketch.class, new OfText<>(Records::sketch))
                        .addDeserializer(Instant.class, new OfText<>(Instant::parse))
                        .addDeserializer(LocalDate.class, new OfText<>(Records::day)));
        KINDS.forEach((kind, type) -> builder.registerSubtypes(new NamedType(type, kind)));
        return builder.build();
    }

    private static Address address(String text) {
        int tab = text.indexOf('\t');
        Address address = new Address(text.substring(0, tab), text.substring(tab + 1));
        if (!address.isOneLine()) {
            throw new IllegalArgumentException("an address with control characters");
        }
        return address;
    }

    private static String text(Sketch sketch) {
        return Base64.getEncoder().encodeToString(sketch.toBytes());
    }

    private static Sketch sketch(String text) {
        return Sketch.fromBytes(Base64.getDecoder().decode(text));
    }

    /** Of a year of four digits: days are reckoned with. */
    private static LocalDate day(String text) {
        if (text.length() != DAY_LENGTH) {
            throw new IllegalArgumentException("a day is YYYY-MM-DD");
        }
        return LocalDate.parse(text);
    }

    /** Bytes of a record's JSON. */
    static int size(LedgerRecord record) {
        return MAPPER.writeValueAsBytes(record).length;
    }

    static JsonNode toJson(LedgerRecord record) {
        return MAPPER.valueToTree(record);
    }

    /** A parser of a file: nothing in it may be longer than a record. */
    static JsonParser parser(InputStream in) {
        return FILE.createParser(in);
    }

    static LedgerRecord ofTokens(TokenBuffer tokens) {
        try (JsonParser parser = tokens.asParser()) {
            return ofJson(MAPPER.readTree(parser));
        }
    }

    /** @return null if it is no record, or none that could be exported again */
    static LedgerRecord ofJson(JsonNode json) {
        try {
            LedgerRecord record = MAPPER.treeToValue(json, LedgerRecord.class);
            return record == null || size(record) > MAX_BYTES ? null : record;
        } catch (JacksonException e) {
            return null;
        }
    }

    /** What a mapper of the wire needs to know of records: one that cannot be read is null and harms none beside it. */
    static SimpleModule module() {
        return new SimpleModule("records")
                .addSerializer(LedgerRecord.class, new ValueSerializer<LedgerRecord>() {
                    @Override
                    public void serialize(LedgerRecord record, JsonGenerator json, SerializationContext context) {
                        json.writeTree(toJson(record));
                    }
                })
                .addDeserializer(LedgerRecord.class, new ValueDeserializer<LedgerRecord>() {
                    @Override
                    public LedgerRecord deserialize(JsonParser json, DeserializationContext context) {
                        return ofJson(context.readTree(json));
                    }
                });
    }

    /** Writes a value as a text. */
    private static final class ToText<T> extends ValueSerializer<T> {
        private final Function<T, String> text;

        private ToText(Function<T, String> text) {
            this.text = text;
        }

        @Override
        public void serialize(T value, JsonGenerator json, SerializationContext context) {
            json.writeString(text.apply(value));
        }
    }

    /** Reads a value from a text. */
    private static final class OfText<T> extends ValueDeserializer<T> {
        private final Function<String, T> value;

        private OfText(Function<String, T> value) {
            this.value = value;
        }

        @Override
        public T deserialize(JsonParser json, DeserializationContext context) {
            try {
                return value.apply(json.getValueAsString(""));
            } catch (RuntimeException e) {
                return context.reportInputMismatch(this, "no value of the ledger");
            }
        }
    }
}
