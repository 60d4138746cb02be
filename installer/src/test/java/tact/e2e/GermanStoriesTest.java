package tact.e2e;

import java.util.Locale;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.extension.RegisterExtension;

@DisplayName("The article's stories in German")
class GermanStoriesTest extends ArticleStories {

    @RegisterExtension
    static final Studio STUDIO = Studio.withTact(settings -> settings.preference("intl.locale.requested", "de"));

    GermanStoriesTest() {
        super(STUDIO, Locale.GERMAN, new Words(
                """
                Liebe Frau Vogt,

                vielen Dank für Ihre Mail. Leider müssen wir Ihnen absagen, wir nehmen niemanden neu auf.

                Freundliche Grüße
                """,
                """
                Liebe Lena,

                ja, sehr gern, ich freue mich auf ein Treffen. Lassen Sie uns einen Tag finden.

                Sofia
                """,
                """
                Liebe Lena,

                darf ich vorstellen: Jonas Brandt, der den Stadtatlas verlegt. Ihr beide solltet euch unterhalten.

                Karla
                """,
                """
                Guten Tag %s,

                vielen Dank für Ihre Rückmeldung. Ich würde Sie wirklich gern treffen, weil Ihr Atlas der einzige ist, der Städte vom \
                Fluss aus zeichnet. Hätten Sie in den kommenden Monaten eine Viertelstunde, wann und wo immer es Ihnen passt?

                Freundliche Grüße
                Lena Vogt
                """,
                "Guten Tag %s,\n\nvielen Dank für den Nachmittag in Ihrem Atelier. Die Blätter sind unterwegs.\n\nLena Vogt\n",
                "Guten Tag %s,\n\nein letztes Mal: Würden Ihnen zehn Minuten passen, irgendwann nächste Woche?\n\nLena Vogt\n",
                "Das Frühlingsheft geht an diesem Abend in den Druck.",
                "Mein Name ist Lena Vogt, ich habe die Brücken gezeichnet.",
                "Dürfen wir Blatt vier auf dem Umschlag drucken?"));
    }
}
