package tact.e2e;

import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/** A mail that is displayed in the main window, and the counter on its button. */
final class MessageWindow {

    private final Thunderbird thunderbird;

    private MessageWindow(Thunderbird thunderbird) {
        this.thunderbird = thunderbird;
    }

    /** What the counter's button shows. */
    record Counter(String badge, String label, String title) {}

    static MessageWindow show(Thunderbird thunderbird, String folder, Letter letter) {
        thunderbird.call("show", folder, letter.messageId());
        return new MessageWindow(thunderbird);
    }

    Counter counter() {
        JsonNode button = thunderbird.call("counter");
        return button.isNull()
                ? new Counter("", "", "")
                : new Counter(
                        button.get("badge").asString(), button.get("label").asString(), button.get("title").asString());
    }

    Counter awaitBadge(String badge) {
        return Await.until("the counter " + badge, this::counter, counter -> counter.badge.equals(badge));
    }

    /** The line over the mail; empty when there is none. */
    String line() {
        JsonNode line = thunderbird.call("line");
        return line.isNull() ? "" : line.asString();
    }

    String awaitLine(Predicate<String> wanted) {
        return Await.until("the line over the mail", this::line, wanted);
    }

    void clickLine() {
        JsonNode middle = thunderbird.call("lineOnScreen");
        thunderbird.display().click(middle.get("x").asInt(), middle.get("y").asInt());
    }

    /** The document that displays the mail. */
    String document() {
        return thunderbird.call("displayedDocument").asString();
    }
}
