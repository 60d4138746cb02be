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

    /** Clicks the fix, and waits until the panel has closed, as it does when the fix was carried out. */
    void fix() {
        click(".fix");
        Await.that("the panel to close", () -> !isOpen(thunderbird()));
    }

    private static Advice advice(JsonNode json) {
        return new Advice(
                json.get("severity").asString(), json.get("text").asString(), json.get("passage").asString(),
                json.get("fixes").valueStream().map(JsonNode::asString).toList());
    }
}
