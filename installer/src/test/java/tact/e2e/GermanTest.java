package tact.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@DisplayName("In a German Thunderbird, Tact speaks German")
class GermanTest {

    @RegisterExtension
    static final Studio STUDIO =
            Studio.withTact(settings -> settings.preference("intl.locale.requested", "de"));

    @Test
    @DisplayName("on the draft and in the panel")
    void draft() {
        Person anna = new Person("Anna Berg", "anna.berg@verlag.example");
        List<Letter> tries = Story.tries(anna, 16, 9);
        STUDIO.sent(tries);

        ComposeWindow draft = STUDIO.followUp(tries.get(1));

        draft.awaitLens("Versuch 3 von 3 bei Anna Berg · der letzte vor 9 Tagen · noch keine Antwort");
        assertThat(draft.label()).isEqualTo("Versuch 3 von 3");
        Panel panel = draft.openPanel();
        assertThat(panel.text()).contains("Das ist der letzte Versuch.", "Bisher ohne Antwort");
    }

    @Test
    @DisplayName("in the question before a fourth try")
    void hold() {
        Person paul = new Person("Paul Lindqvist", "paul@lindqvist.example");
        List<Letter> tries = Story.tries(paul, 24, 17, 9);
        STUDIO.sent(tries);
        ComposeWindow draft = STUDIO.followUp(tries.get(2));
        draft.awaitBadge("4/3");

        draft.send();

        HoldWindow hold = HoldWindow.await(STUDIO.thunderbird());
        assertThat(hold.title()).isEqualTo("Loslassen?");
        assertThat(hold.text()).contains("Ihre bisherigen Versuche");
        assertThat(hold.choices()).containsExactly("Loslassen", "Weiterschreiben", "Trotzdem senden");
    }

    @Test
    @DisplayName("on a displayed mail, and on the line over it")
    void counter() {
        Person miriam = new Person("Miriam Okafor", "miriam@okafor.example");
        List<Letter> tries = Story.tries(miriam, 4);
        STUDIO.sent(tries);

        MessageWindow mail = MessageWindow.show(STUDIO.thunderbird(), "Sent", tries.get(0));

        assertThat(mail.awaitBadge("1/3").label()).isEqualTo("1/3 · wartet seit 4 Tagen");
        mail.awaitLine(line -> line.startsWith("1/3 · wartet seit 4 Tagen · fällig "));
    }

    @Test
    @DisplayName("in the space of follow-ups")
    void followUps() {
        Person jonas = new Person("Jonas Brandt", "jonas@brandt-books.example");
        STUDIO.sent(Story.tries(jonas, 3));
        ComposeWindow draft = STUDIO.write(jonas, "Ausstellung");
        draft.awaitBadge("2/3");
        draft.close();

        FollowUpsPage page = FollowUpsPage.open(STUDIO.thunderbird());

        FollowUpsPage.Row row = page.awaitRow(jonas, "waiting");
        assertThat(row.text()).startsWith("1/3 · wartet seit 3 Tagen");
        assertThat(page.texts(".last")).contains("Letzter Kontakt vor 3 Tagen");
        STUDIO.thunderbird().screenshot(STUDIO.thunderbird().home().resolve("follow-ups.png"));
    }
}
