package tact.e2e;

import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/** A window in which a mail is written. */
final class ComposeWindow {

    /** How a mail is written. */
    enum Format {
        HTML,
        PLAIN_TEXT
    }

    /** Words that are underlined. */
    record Squiggle(String severity, String words) {}

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

    /** The window that was opened last. */
    static ComposeWindow newest(Thunderbird thunderbird) {
        List<JsonNode> open = thunderbird.call("composeWindows").valueStream().toList();
        return new ComposeWindow(thunderbird, open.get(open.size() - 1));
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

    void attach(String folder, Letter letter) {
        thunderbird.call("attachMail", id, folder, letter.messageId());
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

    /** What is underlined, by severity and place. */
    List<Squiggle> squiggles() {
        return thunderbird.call("squiggles", id).valueStream()
                .map(one -> new Squiggle(one.get("severity").asString(), one.get("words").asString()))
                .toList();
    }

    /** Waits until this is underlined, and nothing else. */
    void awaitSquiggles(Squiggle... wanted) {
        Await.until("the squiggles " + List.of(wanted), this::squiggles, seen -> seen.equals(List.of(wanted)));
    }

    /** Rests the mouse on the only squiggle of this severity. */
    void pointAt(String severity) {
        JsonNode middle = thunderbird.call("squiggleOnScreen", id, severity);
        thunderbird.display().move(middle.get("x").asInt() - 1, middle.get("y").asInt());
        thunderbird.display().move(middle.get("x").asInt(), middle.get("y").asInt());
    }

    /** What the squiggle under the mouse says; empty without one. */
    String hint() {
        JsonNode hint = thunderbird.call("hint", id);
        return hint.isNull() ? "" : hint.asString();
    }

    String subject() {
        return thunderbird.call("subject", id).asString();
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

    /** Presses a key in the text, such as "Backspace". */
    void press(String key) {
        thunderbird.call("press", id, key);
    }

    /**
     * Carries out a fix that is offered for the draft, as the panel does.
     *
     * @param nth of the fixes with this id, from 0
     * @return what the panel is told, as JSON; "gone" where the draft and the panel were closed
     */
    String fix(String fixId, int nth) {
        Panel panel = openPanel();
        panel.run("""
                const [tab] = await browser.tabs.query({active: true, currentWindow: true});
                const {annotation} = await browser.runtime.sendMessage({type: "view-asked", tabId: tab.id});
                const offered = annotation.advice.flatMap(one => one.fixes).filter(one => one.id === args[0]);
                browser.runtime.sendMessage({type: "fix-chosen", tabId: tab.id, fix: offered[args[1]]})
                    .then(done => { document.body.dataset.done = JSON.stringify(done); });""", fixId, nth);
        String done = Await.until("the fix " + fixId, panel::done, seen -> !seen.isEmpty());
        panel.close();
        return done;
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
