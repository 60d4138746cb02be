package tact.e2e;

import java.time.Duration;
import tools.jackson.databind.JsonNode;

/** The welcome page in a tab. */
final class WelcomePage extends Page {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    private WelcomePage(Thunderbird thunderbird, JsonNode found) {
        super(thunderbird, found);
    }

    static WelcomePage open(Thunderbird thunderbird) {
        thunderbird.call("openPage", Studio.WELCOME + "welcome.html");
        WelcomePage page = new WelcomePage(thunderbird, Page.await(thunderbird, Studio.WELCOME));
        Await.that("the page to know how the import stands", () ->
                !page.run("return document.getElementById('host').className;").asString().isEmpty());
        return page;
    }

    /** How the import stands, as the background tells the page. */
    JsonNode view() {
        return run("return browser.runtime.sendMessage({ type: 'import-asked' });");
    }

    int done() {
        return view().get("done").asInt();
    }

    /** Waits until so many mails are done. */
    void awaitDone(int mails) {
        Await.until(mails + " mails to be done", LIMIT, this::view, view -> view.get("done").asInt() >= mails);
    }

    void awaitState(String state) {
        Await.until("the import to be " + state, LIMIT, this::view, view -> view.get("state").asString().equals(state));
        Await.that("the page to say so", () -> run("return document.getElementById('start').hidden;").asBoolean()
                == (state.equals("running") || state.equals("paused")));
    }
}
