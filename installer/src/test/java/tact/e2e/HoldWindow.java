package tact.e2e;

import java.util.List;
import tools.jackson.databind.JsonNode;

/** The window that asks before a fourth try goes out. */
final class HoldWindow extends Page {

    private static final String PATH = "hold/hold.html";

    private HoldWindow(Thunderbird thunderbird, JsonNode found) {
        super(thunderbird, found);
    }

    /** Waits until it is open and asks its question. */
    static HoldWindow await(Thunderbird thunderbird) {
        HoldWindow hold = new HoldWindow(thunderbird, Page.await(thunderbird, PATH));
        Await.that("the question of the hold", () -> hold.run(
                "return document.querySelectorAll('.choice').length === 3 && document.hasFocus();").asBoolean());
        return hold;
    }

    static boolean isOpen(Thunderbird thunderbird) {
        return Page.find(thunderbird, PATH).isPresent();
    }

    /** Waits until no hold is open. */
    static void awaitNone(Thunderbird thunderbird) {
        Await.that("the hold to close", () -> !isOpen(thunderbird));
    }

    String title() {
        return texts("#title").get(0);
    }

    /** The dated tries, as they are listed. */
    List<String> tries() {
        return texts(".try");
    }

    /** The labels of the choices, from top to bottom. */
    List<String> choices() {
        return texts(".choice .label");
    }

    /** The label of the choice that Enter takes. */
    String focused() {
        return run("return document.activeElement.querySelector('.label')?.innerText ?? '';").asString();
    }

    /** @param outcome let-go, keep-writing or send-anyway */
    void choose(String outcome) {
        click(".choice[data-outcome=" + outcome + "]");
    }

    /** Presses a key on the keyboard of the display, named as X names it: Escape, Return, Down. */
    void press(String key) {
        thunderbird().display().press(key);
    }

    /** Closes the window as its frame's close button does. */
    void close() {
        thunderbird().call("close", window());
    }
}
