package tact.e2e;

import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** The space behind the button in Thunderbird's left bar. */
final class FollowUpsPage extends Page {

    private static final String PATH = "followups/followups.html";

    /** One row as it can be read. The group is named as in the protocol. */
    record Row(String group, String name, String subject, String text, String next) {}

    /** What the button in the bar shows. */
    record Button(String badge, String title) {}

    private FollowUpsPage(Thunderbird thunderbird, JsonNode found) {
        super(thunderbird, found);
    }

    /** Clicks the button in the bar, and waits until the page has its rows. */
    static FollowUpsPage open(Thunderbird thunderbird) {
        thunderbird.call("openSpace");
        FollowUpsPage page = new FollowUpsPage(thunderbird, Page.await(thunderbird, PATH));
        Await.that("the rows of the space", () -> page.run(
                "return document.readyState === 'complete' && performance.getEntriesByName('tact-rows').length > 0;")
                .asBoolean());
        // The button has the keyboard after a click on it; a click into the page brings it along.
        JsonNode middle = page.run("""
                const {left, top, width, height} = document.querySelector("h1").getBoundingClientRect();
                return {x: mozInnerScreenX + left + width / 2, y: mozInnerScreenY + top + height / 2};""");
        thunderbird.display().click(middle.get("x").asInt(), middle.get("y").asInt());
        Await.that("the keyboard in the page", () -> page.run("return document.hasFocus();").asBoolean());
        return page;
    }

    /** Closes its tab. */
    void close() {
        run("const {id} = await browser.tabs.getCurrent(); setTimeout(() => browser.tabs.remove(id));");
        Await.that("the space to close", () -> find(thunderbird(), PATH).isEmpty());
    }

    /** Clicks the button in the bar, and gives the milliseconds until a frame shows the rows. */
    static double timeToOpen(Thunderbird thunderbird) {
        double clicked = thunderbird.call("openSpace").asDouble();
        FollowUpsPage page = new FollowUpsPage(thunderbird, Page.await(thunderbird, PATH));
        double shown = Await.until("the rows of the space", () -> page.run("""
                const [shown] = performance.getEntriesByName("tact-rows");
                return shown ? performance.timeOrigin + shown.startTime : 0;""").asDouble(), time -> time > 0);
        return shown - clicked;
    }

    /** What the button shows; empty without one. */
    static Button button(Thunderbird thunderbird) {
        JsonNode button = thunderbird.call("spaceButton");
        return button.isNull()
                ? new Button("", "")
                : new Button(button.get("badge").asString(), button.get("title").asString());
    }

    /** Waits until the button's badge is this. */
    static void awaitBadge(Thunderbird thunderbird, String badge) {
        Await.until("the badge " + badge, () -> button(thunderbird).badge(), badge::equals);
    }

    /** The headings that can be seen: "Due 3". */
    List<String> headings() {
        return run("""
                return [...document.querySelectorAll(".section > .heading")].map(heading =>
                  heading.querySelector(".label").innerText + " " + heading.querySelector(".count").innerText);""")
                .valueStream().map(JsonNode::asString).toList();
    }

    List<Row> rows() {
        return run("""
                const words = (row, part) => row.querySelector(part)?.innerText.trim() ?? "";
                return [...document.querySelectorAll(".section > .row:not(.blank)")].map(row => ({
                  group: row.parentElement.dataset.group, name: words(row, ".name"), subject: words(row, ".subject"),
                  text: words(row, ".text"), next: words(row, ".next"),
                }));""").valueStream().map(FollowUpsPage::row).toList();
    }

    Optional<Row> row(Person person) {
        return rows().stream().filter(row -> row.name.equals(person.name())).findFirst();
    }

    /** Waits until a person's row stands in this group. */
    Row awaitRow(Person person, String group) {
        return Await.until(person.name() + " in the group " + group, () -> row(person),
                row -> row.isPresent() && row.get().group.equals(group)).orElseThrow();
    }

    /** Goes to a person's row with the arrow keys. */
    void goTo(Person person) {
        press("Home");
        press("Home");
        Await.until("the keyboard on " + person.name(), this::focused, name -> {
            if (!name.equals(person.name())) {
                press("Down");
            }
            return name.equals(person.name());
        });
    }

    /** The name in the row that the keyboard is on; empty when it is elsewhere. */
    String focused() {
        return run("return document.activeElement.closest('.row')?.querySelector('.name')?.innerText ?? '';")
                .asString();
    }

    /** Opens or closes a group by a click on its heading. */
    void toggle(String group) {
        run("document.querySelector(`[data-group='${args[0]}'] > .heading`).click();", group);
    }

    /** Presses a key on the display's keyboard, named as X names it. */
    void press(String key) {
        thunderbird().display().press(key);
    }

    /** What the line at the foot says; empty when it says nothing. */
    String note() {
        return run("return document.querySelector('#note p')?.innerText ?? '';").asString();
    }

    void awaitNote(String words) {
        Await.until("the note \"" + words + "\"", this::note, note -> note.contains(words));
    }

    private static Row row(JsonNode json) {
        return new Row(json.get("group").asString(), json.get("name").asString(), json.get("subject").asString(),
                json.get("text").asString(), json.get("next").asString());
    }
}
