package tact.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

@DisplayName("The reminder of the day")
class ReminderTest {

    @RegisterExtension
    static final Studio STUDIO = Studio.withTact(settings -> settings.preference("alerts.useSystemBackend", false));

    @Test
    @DisplayName("says who is due, leads to the list, and comes once a day")
    void reminder() {
        List<Letter> due = Story.tries(new Person("Anna Berg", "anna.berg@verlag.example"), 16, 9);
        List<Letter> waiting = Story.tries(new Person("Jonas Brandt", "jonas@brandt-books.example"), 2);
        STUDIO.sent(due);
        STUDIO.sent(waiting);
        MessageWindow.show(STUDIO.thunderbird(), "Sent", waiting.get(0)).awaitBadge("1/3");
        MessageWindow.show(STUDIO.thunderbird(), "Sent", due.get(1)).awaitBadge("2/3");
        OptionsPage options = OptionsPage.open(STUDIO);
        // Whatever the time is now, today's is over and nothing was said.
        STUDIO.inBackground("await browser.storage.local.remove('remindedOn');");

        STUDIO.set("{\"reminderTime\": \"00:00\"}");

        JsonNode shown = Await.until("the notification",
                () -> options.run("return browser.notifications.getAll();").path("due-today"), node -> node.isObject());
        assertThat(shown.get("title").asString()).isEqualTo("One person is due today");
        assertThat(shown.get("message").asString()).isEqualTo("Anna Berg");
        STUDIO.thunderbird().call("clickNotification");
        Page.await(STUDIO.thunderbird(), "followups/followups.html");

        STUDIO.set("{\"reminderTime\": \"00:01\"}");
        long tomorrow = System.currentTimeMillis() + 60_000;
        Await.until("the alarm of tomorrow", () -> STUDIO.inBackground(
                "return (await browser.alarms.get('due-today'))?.scheduledTime ?? 0;").asLong(), time -> time > tomorrow);
    }
}
