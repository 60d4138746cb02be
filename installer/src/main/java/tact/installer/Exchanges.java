package tact.installer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The golden exchanges of the protocol, as the image holds them: what can be said to a host.
 *
 * @param requests the handshake first
 */
record Exchanges(List<JsonNode> requests) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    static Exchanges of(Image image) throws IOException {
        List<JsonNode> requests = new ArrayList<>();
        try (Stream<Path> files = Files.list(image.training())) {
            for (Path file : files.sorted().toList()) {
                requests.add(JSON.readTree(Files.readAllBytes(file)).get("request"));
            }
        }
        requests.sort(Comparator.comparing(request -> !isHello(request)));
        return new Exchanges(requests);
    }

    /** A handshake of somebody without an address: it leaves nothing in a ledger. */
    JsonNode anonymousHello() {
        JsonNode hello = requests.get(0).deepCopy();
        ((ObjectNode) hello.get("event")).putArray("me");
        return hello;
    }

    private static boolean isHello(JsonNode request) {
        return request.path("event").path("type").asString("").equals("hello");
    }
}
