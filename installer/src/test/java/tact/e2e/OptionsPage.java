package tact.e2e;

import tools.jackson.databind.JsonNode;

/** Tact's options in a tab. */
final class OptionsPage extends Page {

    private static final String PATH = "options/options.html";

    private OptionsPage(Thunderbird thunderbird, JsonNode found) {
        super(thunderbird, found);
    }

    /** Opens the page, or goes to it where it is open, and waits until all of it is there. */
    static OptionsPage open(Studio studio) {
        studio.inBackground("await browser.runtime.openOptionsPage();");
        OptionsPage page = new OptionsPage(studio.thunderbird(), Page.await(studio.thunderbird(), PATH));
        Await.that("the rules", () -> !page.texts("#rules li").isEmpty());
        return page;
    }

    /** All follow-ups as the host has them, as JSON. */
    String followUps() {
        JsonNode page = Await.until("all follow-ups", () -> run(
                "return browser.runtime.sendMessage({type: 'follow-ups-wanted',"
                        + " wanted: {group: null, text: '', sort: 'person'}, from: 0, limit: 100});").path("answer"),
                answer -> answer.path("behind").asInt(-1) == 0);
        return page.get("groups").toString() + page.get("rows");
    }

    void fill(String selector, String text) {
        run("const field = document.querySelector(args[0]); field.value = args[1];"
                + "field.dispatchEvent(new Event('input', {bubbles: true}));", selector, text);
    }

    /** Chooses a file with this text for the import. */
    void choose(String text) {
        run("const transfer = new DataTransfer(); transfer.items.add(new File([args[0]], 'tact.json'));"
                + "const input = document.querySelector('#file'); input.files = transfer.files;"
                + "input.dispatchEvent(new Event('change'));", text);
    }

    /** Waits until the result of a job says so. */
    String awaitSaid(String selector, String words) {
        return Await.until(selector + " to say \"" + words + "\"",
                () -> run("return document.querySelector(args[0]).textContent;", selector).asString(),
                said -> said.contains(words));
    }

    /** Clicks with the mouse, as only a person does: Thunderbird asks for permissions in the course of it alone. */
    void press(String selector) {
        JsonNode middle = run("const element = document.querySelector(args[0]);"
                + "element.scrollIntoView({block: 'center', behavior: 'instant'});"
                + "await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));"
                + "const {x, y, width, height} = element.getBoundingClientRect();"
                + "return [Math.round(mozInnerScreenX + x + width / 2), Math.round(mozInnerScreenY + y + height / 2)];",
                selector);
        thunderbird().display().click(middle.get(0).asInt(), middle.get(1).asInt());
    }
}
