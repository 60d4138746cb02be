package tact.e2e;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** An open page of the add-on: the panel, a hold, the card of a displayed mail. */
class Page {

    private final Thunderbird thunderbird;
    private final int id;
    private final int window;

    Page(Thunderbird thunderbird, JsonNode found) {
        this.thunderbird = thunderbird;
        this.id = found.get("id").asInt();
        this.window = found.get("window").asInt();
    }

    /** The page whose path in the add-on starts so, when it is open. */
    static Optional<JsonNode> find(Thunderbird thunderbird, String path) {
        return thunderbird.call("pages").valueStream()
                .filter(page -> page.get("path").asString().startsWith(path))
                .findFirst();
    }

    /** Waits until such a page is open. */
    static JsonNode await(Thunderbird thunderbird, String path) {
        return Await.until("the page " + path, () -> find(thunderbird, path), Optional::isPresent).orElseThrow();
    }

    Thunderbird thunderbird() {
        return thunderbird;
    }

    /** The number of the window that the page is in. */
    int window() {
        return window;
    }

    /** Runs the body of an asynchronous function in the page; {@code args} holds the arguments. */
    JsonNode run(String body, Object... arguments) {
        return thunderbird.call("inPage", id, body, Arrays.asList(arguments));
    }

    /** The visible text of all elements that the selector finds. */
    List<String> texts(String selector) {
        return run("return [...document.querySelectorAll(args[0])].filter(e => e.checkVisibility())"
                + ".map(e => e.innerText.trim());", selector).valueStream().map(JsonNode::asString).toList();
    }

    /** Everything that can be read in the page. */
    String text() {
        return run("return document.body.innerText;").asString();
    }

    /** Clicks the only element that the selector finds. */
    void click(String selector) {
        run("document.querySelector(args[0]).click();", selector);
    }
}
