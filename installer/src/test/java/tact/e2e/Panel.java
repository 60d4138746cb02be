package tact.e2e;

import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** The panel behind the compose window's button. */
final class Panel extends Page {

    private static final String PATH = "panel/panel.html";

    /** One finding as the panel shows it; the passage is empty where it was shown before. */
    record Advice(String severity, String text, String passage, List<String> fixes) {}

    private Panel(Thunderbird thunderbird, JsonNode found) {
        super(thunderbird, found);
    }

    /** Waits until the panel is open and has something to show. */
    static Panel await(Thunderbird thunderbird) {
        Panel panel = new Panel(thunderbird, Page.await(thunderbird, PATH));
        Await.that("the content of the panel", () -> panel.run(
                "return document.readyState === 'complete' && document.getElementById('loading').hidden;").asBoolean());
        return panel;
    }

    static boolean isOpen(Thunderbird thunderbird) {
        return Page.find(thunderbird, PATH).isPresent();
    }

    List<Advice> advice() {
        return run("""
                return [...document.querySelectorAll(".advice")].map(item => ({
                  severity: item.className.replace("advice ", ""),
                  text: item.querySelector(".said > p").innerText,
                  passage: item.querySelector(".passage")?.innerText ?? "",
                  fixes: [...item.querySelectorAll(".fix")].map(fix => fix.innerText),
                }));""").valueStream().map(Panel::advice).toList();
    }

    /** The one finding whose text contains these words; empty when there is none. */
    Optional<Advice> advice(String words) {
        return advice().stream().filter(one -> one.text.contains(words)).findFirst();
    }

    /** What {@link ComposeWindow#fix} has been told; empty until then, "gone" when the panel has closed meanwhile. */
    String done() {
        try {
            return isOpen(thunderbird()) ? run("return document.body.dataset.done ?? '';").asString() : "gone";
        } catch (MarionetteException e) {
            return "";
        }
    }

    void close() {
        if (isOpen(thunderbird())) {
            run("setTimeout(() => window.close());");
        }
        Await.that("the panel to close", () -> !isOpen(thunderbird()));
    }

    /** Clicks the fix with this label, and waits until the panel has closed, as it does when the fix was carried out. */
    void fix(String label) {
        press(label);
        Await.that("the panel to close", () -> !isOpen(thunderbird()));
    }

    /** Clicks the button, or the line that opens a section, with this text. */
    void press(String label) {
        Await.that("the button \"" + label + "\"", () -> run("""
                const button = [...document.querySelectorAll("button, summary")]
                  .find(one => one.checkVisibility() && one.innerText.trim() === args[0]);
                button?.click();
                return button !== undefined;""", label).asBoolean());
    }

    /** As {@link #press}, with the display's mouse, which brings the keyboard along into the panel. */
    void clickOn(String label) {
        JsonNode middle = run("""
                const button = [...document.querySelectorAll("button, summary")]
                  .find(one => one.checkVisibility() && one.innerText.trim() === args[0]);
                const {left, top, width, height} = button.getBoundingClientRect();
                return {x: mozInnerScreenX + left + width / 2, y: mozInnerScreenY + top + height / 2};""", label);
        thunderbird().display().click(middle.get("x").asInt(), middle.get("y").asInt());
    }

    /** What the panel says came of the last click; empty when there was none. */
    String note() {
        return run("return document.querySelector('#note p')?.innerText ?? '';").asString();
    }

    /** Waits until the panel says that this came of a click. */
    void awaitNote(String words) {
        Await.until("the note \"" + words + "\"", this::note, note -> note.contains(words));
    }

    /** Waits until a finding whose text contains these words is there. */
    Advice awaitAdvice(String words) {
        return Await.until("the advice \"" + words + "\"", () -> advice(words), Optional::isPresent).orElseThrow();
    }

    void awaitNoAdvice(String words) {
        Await.that("the advice \"" + words + "\" to go", () -> advice(words).isEmpty());
    }

    private static Advice advice(JsonNode json) {
        return new Advice(
                json.get("severity").asString(), json.get("text").asString(), json.get("passage").asString(),
                json.get("fixes").valueStream().map(JsonNode::asString).toList());
    }
}
