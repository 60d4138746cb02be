package tact.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

@DisplayName("Tags in the message list")
class TagsTest {

    /** Thunderbird's own question whether Tact may tag is not what is tested. */
    @RegisterExtension
    static final Studio STUDIO = Studio.withTact(
            settings -> settings.preference("extensions.webextOptionalPermissionPrompts", false));

    @Test
    @DisplayName("stand on the newest try, on the server too, and go without trace; other tags stay")
    void onAndOff() {
        Person anna = new Person("Anna Berg", "anna.berg@verlag.example");
        Person jonas = new Person("Jonas Brandt", "jonas@brandt-books.example");
        List<Letter> two = Story.tries(anna, 16, 9);
        List<Letter> three = Story.tries(jonas, "Bridges at night", 24, 17, 3);
        STUDIO.sent(two);
        STUDIO.sent(three);
        MessageWindow.show(STUDIO.thunderbird(), "Sent", three.get(2)).awaitBadge("3/3");
        MessageWindow.show(STUDIO.thunderbird(), "Sent", two.get(1)).awaitBadge("2/3");
        OptionsPage options = OptionsPage.open(STUDIO);

        options.press("#tags");

        awaitKeywords(two.get(1), List.of("tact-try-2"));
        awaitKeywords(three.get(2), List.of("tact-last-try"));
        awaitKeywords(two.get(0), List.of());
        assertThat(tagNames()).containsExactly("Last try", "Try 2");
        STUDIO.inBackground("""
                const {messages: [mail]} = await browser.messages.query({headerMessageId: args[0]});
                await browser.messages.update(mail.id, {tags: [...mail.tags, "$label1"]});""", two.get(1).messageId());
        awaitKeywords(two.get(1), List.of("$label1", "tact-try-2"));

        STUDIO.arrives(anna, Story.answer(two.get(1), anna, 0));
        awaitKeywords(two.get(1), List.of("$label1"));

        options.press("#tags");
        awaitKeywords(three.get(2), List.of());
        Await.that("the tags to be gone", () -> tagNames().isEmpty());
        assertThat(keywords(two.get(1))).containsExactly("$label1");
        Await.that("the permission to be given back", () -> !STUDIO.inBackground(
                "return browser.permissions.contains({permissions: ['messagesTags']});").asBoolean());
    }

    private static List<String> tagNames() {
        return STUDIO.thunderbird().call("tagNames").valueStream().map(JsonNode::asString).toList();
    }

    private static List<String> keywords(Letter letter) {
        return STUDIO.server().keywords(Person.LENA.address(), "Sent", letter.id());
    }

    private static void awaitKeywords(Letter letter, List<String> wanted) {
        Await.until("the keywords " + wanted, () -> keywords(letter), wanted::equals);
    }
}
