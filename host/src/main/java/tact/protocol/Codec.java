package tact.protocol;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tact.event.Claim;
import tact.event.ClaimKind;
import tact.event.Event;
import tact.event.FollowUpGroup;
import tact.event.FollowUpSort;
import tact.event.Outcome;
import tact.event.Priority;
import tact.event.SearchKind;
import tact.mail.Address;
import tact.mail.Meaning;
import tact.mail.MessageId;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.NamedType;

/** JSON to events, replies to JSON: PROTOCOL.md in code. The only one that knows Jackson. */
public final class Codec {

    /** The protocol version it speaks. */
    public static final int VERSION = 1;

    private static final long MAX_ID = 1L << 53;
    /** Bounds on any JSON that comes in. */
    static final int MAX_DEPTH = 16;
    static final int MAX_NUMBER = 32;

    /** An event's type on the wire is its record's name in kebab-case, stated here so that neither changes the other. */
    private static final Map<String, Class<? extends Event>> EVENTS = Map.ofEntries(
            Map.entry("hello", Event.Hello.class),
            Map.entry("draft-changed", Event.DraftChanged.class),
            Map.entry("send-requested", Event.SendRequested.class),
            Map.entry("mail-observed", Event.MailObserved.class),
            Map.entry("history-asked", Event.HistoryAsked.class),
            Map.entry("mails-listed", Event.MailsListed.class),
            Map.entry("history-read", Event.HistoryRead.class),
            Map.entry("message-displayed", Event.MessageDisplayed.class),
            Map.entry("evidence-asked", Event.EvidenceAsked.class),
            Map.entry("stated", Event.Stated.class),
            Map.entry("cards-read", Event.CardsRead.class),
            Map.entry("call-asked", Event.CallAsked.class),
            Map.entry("options-asked", Event.OptionsAsked.class),
            Map.entry("muted-asked", Event.MutedAsked.class),
            Map.entry("forget-asked", Event.ForgetAsked.class),
            Map.entry("erase-asked", Event.EraseAsked.class),
            Map.entry("export-asked", Event.ExportAsked.class),
            Map.entry("records-imported", Event.RecordsImported.class),
            Map.entry("follow-ups-asked", Event.FollowUpsAsked.class),
            Map.entry("insights-asked", Event.InsightsAsked.class),
            Map.entry("marks-asked", Event.MarksAsked.class));

    private static final List<Class<?>> NAMED_BY_ID = List.of(
            Outcome.class, SearchKind.class, Priority.class, ClaimKind.class, Claim.Scope.class, Meaning.Kind.class,
            FollowUpGroup.class, FollowUpSort.class);

    private final JsonMapper mapper;

    public Codec() {
        JsonMapper.Builder builder = builder()
                .addMixIn(Event.class, MixIns.ByType.class)
                .addMixIn(Reply.class, MixIns.OfReply.class)
                .addModule(Records.module());
        EVENTS.forEach((type, event) -> builder.registerSubtypes(new NamedType(event, type)));
        mapper = builder.build();
    }

    /** Strict, and with what events, replies and records have in common. */
    static JsonMapper.Builder builder() {
        JsonFactory factory = JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(MAX_DEPTH)
                        .maxNumberLength(MAX_NUMBER)
                        .build())
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build();
        JsonMapper.Builder builder = JsonMapper.builder(factory)
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .addMixIn(Claim.class, MixIns.ByKind.class)
                .addMixIn(Address.class, MixIns.OfAddress.class)
                .addMixIn(MessageId.class, MixIns.OfMessageId.class);
        NAMED_BY_ID.forEach(named -> builder.addMixIn(named, MixIns.OfId.class));
        for (ClaimKind kind : ClaimKind.values()) {
            builder.registerSubtypes(new NamedType(kind.type(), kind.id()));
        }
        return builder;
    }

    /**
     * A frame's payload to a request.
     *
     * @throws ProtocolException if it is none; it carries the problem to answer with
     */
    public Request decode(byte[] payload) throws ProtocolException {
        JsonNode envelope = parse(payload);
        JsonNode id = envelope.path("id");
        if (!id.isIntegralNumber() || !id.canConvertToLong() || id.longValue() < 1 || id.longValue() >= MAX_ID) {
            throw new ProtocolException(null, ProblemCode.NOT_AN_ENVELOPE, "\"id\" is not a positive integer below 2^53.");
        }
        if (!envelope.path("v").isInt()) {
            throw new ProtocolException(id.longValue(), ProblemCode.NOT_AN_ENVELOPE, "\"v\" is not a protocol version.");
        }
        if (envelope.path("v").intValue() != VERSION) {
            throw new ProtocolException(
                    id.longValue(), ProblemCode.UNSUPPORTED_VERSION, "This host speaks protocol version " + VERSION + ".");
        }
        if (envelope.size() != 3 || !envelope.path("event").isObject()) {
            throw new ProtocolException(id.longValue(), ProblemCode.NOT_AN_ENVELOPE, "An envelope is {\"v\", \"id\", \"event\"}.");
        }
        return new Request(id.longValue(), event(id.longValue(), envelope.get("event")));
    }

    private JsonNode parse(byte[] payload) throws ProtocolException {
        try {
            JsonNode node = mapper.readTree(payload);
            if (node.isObject()) {
                return node;
            }
        } catch (JacksonException e) {
            throw new ProtocolException(null, ProblemCode.NOT_JSON, "The frame is not JSON: " + e.getOriginalMessage());
        }
        throw new ProtocolException(null, ProblemCode.NOT_JSON, "The frame is not a JSON object.");
    }

    private Event event(long id, JsonNode node) throws ProtocolException {
        String type = node.path("type").asString("");
        if (!EVENTS.containsKey(type)) {
            throw new ProtocolException(id, ProblemCode.UNKNOWN_EVENT, "There is no event of type \"" + type + "\".");
        }
        try {
            return mapper.treeToValue(node, Event.class);
        } catch (JacksonException e) {
            throw new ProtocolException(id, ProblemCode.INVALID_EVENT, "The event \"" + type + "\" is not valid: " + reason(e));
        }
    }

    /** Where and what, without the value: it may be a line of somebody's mail. */
    private static String reason(JacksonException e) {
        StringBuilder path = new StringBuilder();
        for (JacksonException.Reference step : e.getPath()) {
            path.append('/').append(step.getPropertyName() == null ? String.valueOf(step.getIndex()) : step.getPropertyName());
        }
        return e.getClass().getSimpleName() + (path.isEmpty() ? "" : " at " + path);
    }

    /**
     * A request to a frame's payload, as the extension writes it; for tests and benchmarks, which play the extension.
     */
    public byte[] encode(Request request) {
        Map<String, Object> envelope = new LinkedHashMap<>();
        envelope.put("v", VERSION);
        envelope.put("id", request.id());
        envelope.put("event", mapper.valueToTree(request.event()));
        return mapper.writeValueAsBytes(envelope);
    }

    /**
     * A reply to a frame's payload.
     *
     * @param id of the request; null if none could be read
     */
    public byte[] encode(Long id, Reply reply) {
        Map<String, Object> envelope = new LinkedHashMap<>();
        envelope.put("v", VERSION);
        envelope.put("id", id);
        envelope.put(reply.key(), reply.body());
        return mapper.writeValueAsBytes(envelope);
    }

    /** Anything of the wire as one line of JSON: for the command line, which prints what the wire says. */
    public String line(Object value) {
        return mapper.writeValueAsString(value);
    }
}
