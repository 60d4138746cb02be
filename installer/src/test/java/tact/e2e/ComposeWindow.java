package tact.e2e;

import java.time.Duration;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/** A window in which a mail is written. */
final class ComposeWindow {

    /** How a mail is written. */
    enum Format {
        HTML,
        PLAIN_TEXT
    }

    private final Thunderbird thunderbird;
    private final int id;

    private ComposeWindow(Thunderbird thunderbird, JsonNode id) {
        this.thunderbird = thunderbird;
        this.id = id.asInt();
    }

    /** @param to mailboxes, separated by commas */
    static ComposeWindow openNew(Thunderbird thunderbird, String to, String subject, Format format) {
        return new ComposeWindow(
                thunderbird, thunderbird.call("composeNew", to, subject, format == Format.HTML));
    }

    static ComposeWindow reply(Thunderbird thunderbird, String folder, Letter letter, Format format) {
        return new ComposeWindow(
                thunderbird, thunderbird.call("reply", folder, letter.messageId(), format == Format.HTML));
    }

    /** Opens a saved draft again. */
    static ComposeWindow openDraft(Thunderbird thunderbird, String messageId) {
        return new ComposeWindow(thunderbird, thunderbird.call("openDraft", messageId));
    }

    int id() {
        return id;
    }

    /** Types at the caret, key by key. */
    void type(String text) {
        thunderbird.call("type", id, text);
    }

    /** Types in bold: such a mail is sent as HTML and plain text. */
    void typeBold(String text) {
        thunderbird.call("command", id, "cmd_bold");
        type(text);
        thunderbird.call("command", id, "cmd_bold");
    }

    /** Takes back one step of editing. */
    void undo() {
        thunderbird.call("command", id, "cmd_undo");
    }

    void saveDraft() {
        thunderbird.call("command", id, "cmd_saveAsDraft");
    }

    void send() {
        Await.that("the Send button", () -> thunderbird.call("canSend", id).asBoolean());
        thunderbird.call("send", id);
    }

    /** Presses Send and waits until the mail is on its way and the window has closed. */
    void sendAway() {
        send();
        awaitClosed();
    }

    void awaitClosed() {
        Await.that("the compose window to close", () -> !isOpen());
    }

    boolean isOpen() {
        return thunderbird.call("isOpen", id).asBoolean();
    }

    /** False while Thunderbird has the window locked, for example because a hold is open. */
    boolean canSend() {
        return thunderbird.call("canSend", id).asBoolean();
    }

    void close() {
        thunderbird.call("close", id);
    }

    /** The editor's body as it would be saved. */
    String html() {
        return thunderbird.call("body", id).asString();
    }

    String text() {
        return thunderbird.call("text", id).asString();
    }

    String textBeforeCaret() {
        return thunderbird.call("textBeforeCaret", id).asString();
    }

    /** What the lens says; empty without one. */
    String lens() {
        JsonNode lens = thunderbird.call("lens", id);
        return lens.isNull() ? "" : lens.asString();
    }

    String badge() {
        return button("badge");
    }

    String label() {
        return button("label");
    }

    /** The tooltip of the button. */
    String title() {
        return button("title");
    }

    /** Waits until the badge shows this; empty for no badge. */
    void awaitBadge(String badge) {
        Await.until("the badge \"" + badge + "\"", this::look, seen -> seen.badge.equals(badge));
    }

    /** Waits until what the lens says is as wanted, and gives it. */
    String awaitLens(Predicate<String> wanted) {
        return Await.until("the lens", this::lens, wanted);
    }

    String awaitLens(String words) {
        return Await.until("the lens with \"" + words + "\"", this::look, seen -> seen.lens.contains(words)).lens;
    }

    /** Waits until the button's tooltip contains these words. */
    void awaitTitle(String words) {
        Await.until("the button's \"" + words + "\"", Duration.ofSeconds(40), this::look,
                seen -> seen.title.contains(words));
    }

    void clickLens() {
        JsonNode middle = thunderbird.call("lensOnScreen", id);
        thunderbird.display().click(middle.get("x").asInt(), middle.get("y").asInt());
    }

    Panel openPanel() {
        thunderbird.call("openPanel", id);
        return Panel.await(thunderbird);
    }

    private record Look(String badge, String title, String lens) {}

    private Look look() {
        return new Look(badge(), title(), lens());
    }

    private String button(String what) {
        JsonNode button = thunderbird.call("button", id);
        return button.isNull() ? "" : button.get(what).asString();
    }
}
