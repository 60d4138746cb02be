package tact.advice;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tact.mail.Writing;

class AfterNoTest {

    private static Writing written(String text) {
        boolean german = text.matches("(?s).*(?:\\b(?:ich|Ihre?n?|Sie|du|wir|und|für|Dank|Danke|das|es|die|einen|Wie|Bitte)\\b).*");
        String greeting = german ? "Guten Tag Frau Berg,\n\n" : "Dear Anna,\n\n";
        String closing = german ? "\n\nMit freundlichen Grüßen\nLena Vogt\n" : "\n\nBest regards,\nLena\n";
        return Writing.of(greeting + text + closing);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "Thank you for getting back to me so quickly.",
        "Many thanks for your honest answer.",
        "Thanks for letting me know.",
        "I really appreciate that you took the time to write.",
        "It was kind of you to answer at all.",
        "I am grateful for your frank words.",
        "Vielen Dank für Ihre offene Antwort.",
        "Danke, dass Sie sich gemeldet haben.",
        "Ich bedanke mich für Ihre Rückmeldung.",
        "Ich danke Ihnen herzlich für die schnelle Antwort.",
        "Ich weiß Ihre Offenheit sehr zu schätzen.",
        "Danke dir für die klare Antwort, das hilft mir weiter."
    })
    void thanks_are_found(String text) {
        assertThat(AfterNo.thanks(written(text))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "What a pity. I would still like to meet you.",
        "Could you give me ten minutes? Thank you in advance.",
        "I would really appreciate a short call.",
        "I would be grateful if we could meet.",
        "Wie schade. Ich würde Sie trotzdem gern treffen.",
        "Könnten wir uns treffen? Vielen Dank im Voraus.",
        "Ich wäre Ihnen sehr dankbar, wenn es doch noch ginge.",
        "Dank Ihrer Ausstellung habe ich mit dem Zeichnen begonnen."
    })
    void what_only_looks_like_thanks_is_none(String text) {
        assertThat(AfterNo.thanks(written(text))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "I ask because your book on bridges made me change my course of study.",
        "Since you have built the archive I am writing about, nobody else could answer this.",
        "I would like to meet you, as your series on harbours is the model for mine.",
        "I spent four years drawing the bridges you edited a book about. That is why I ask again.",
        "Let me say why I would love to meet: your work is the reason I draw.",
        "Ich frage noch einmal, weil Ihr Buch über Brücken mich zu diesem Beruf gebracht hat.",
        "Da Sie das Archiv aufgebaut haben, über das ich schreibe, kann mir sonst niemand helfen.",
        "Ein Gespräch wäre mir wichtig, denn meine Serie beruht ganz auf Ihren Aufnahmen.",
        "Ich zeichne seit vier Jahren die Brücken aus Ihrem Buch. Deshalb frage ich noch einmal.",
        "Ich möchte kurz sagen, warum ich gerade Sie treffen möchte: Ihre Bilder."
    })
    void a_reason_is_found(String text) {
        assertThat(AfterNo.givesReason(written(text))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "Thank you. Could we meet all the same?",
        "I would like to meet you, just because.",
        "I ask because it would be nice to have a chat with you.",
        "Please answer as soon as you find the time for it.",
        "I have been in town since I last wrote to you in May.",
        "As you said in your mail, the spring is busy.",
        "Danke. Könnten wir uns trotzdem treffen?",
        "Ich frage, weil es schön wäre, Sie einmal zu sehen.",
        "Wann hätten Sie denn in den nächsten Wochen einmal Zeit?",
        "Ich bin da, wenn Sie es sich anders überlegen."
    })
    void nothing_behind_because_is_no_reason(String text) {
        assertThat(AfterNo.givesReason(written(text))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "Would you have ten minutes for me?",
        "A quick coffee would mean a lot to me.",
        "Could we have a very short call?",
        "Half an hour would be more than enough.",
        "I will need 15 minutes at most.",
        "Hätten Sie zehn Minuten für mich?",
        "Ein kurzes Gespräch würde mir viel bedeuten.",
        "Könnten wir uns ganz kurz treffen?",
        "Eine Viertelstunde genügt mir.",
        "Vielleicht auf einen schnellen Kaffee?"
    })
    void a_short_meeting_is_found(String text) {
        assertThat(AfterNo.isShort(written(text))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "Could we meet for lunch and go through all of my work?",
        "I could show you the whole portfolio on Friday.",
        "My studio is fifteen minutes away from your office.",
        "Könnten wir uns zu einem Mittagessen treffen?",
        "Ich würde Ihnen gern die ganze Mappe zeigen.",
        "Mein Atelier liegt zehn Minuten zu Fuß vom Verlag."
    })
    void a_meeting_of_any_length_is_not_short(String text) {
        assertThat(AfterNo.isShort(written(text))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "We could meet whenever and wherever it suits you.",
        "Perhaps in a few weeks, and I am happy to come to your office.",
        "Any time in the coming months would do, by phone if you prefer.",
        "In spring, when things are calmer, I could come to you.",
        "Could we have a quick call when you have more time?",
        "Wir könnten uns treffen, wann und wo es Ihnen am besten passt.",
        "Vielleicht in ein paar Wochen; ich komme gern zu Ihnen.",
        "Gern auch erst im Frühjahr und am Telefon, wenn Ihnen das lieber ist.",
        "Es eilt nicht, und ich komme an einen Ort Ihrer Wahl.",
        "Ich richte mich ganz nach Ihnen."
    })
    void when_and_where_they_like_is_found(String text) {
        assertThat(AfterNo.leavesTime(written(text))).isTrue();
        assertThat(AfterNo.leavesPlace(written(text))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "Could we meet on Friday at ten in my studio?",
        "I am free on Monday and Tuesday this week.",
        "Please answer at your earliest convenience.",
        "Können wir uns am Freitag um zehn in meinem Atelier treffen?",
        "Ich habe diese Woche Montag und Dienstag frei.",
        "Bitte antworten Sie baldmöglichst."
    })
    void a_day_and_a_place_of_ones_own_leave_them_nothing(String text) {
        assertThat(AfterNo.leavesTime(written(text))).isFalse();
        assertThat(AfterNo.leavesPlace(written(text))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "Thank you for your honest answer. I wish you every success with the spring issue.",
        "Thanks for letting me know so quickly, and all the best for the exhibition!",
        "I fully understand. Thank you for taking the time to look at my work.",
        "Thank you for the answer. I hope the move goes well.",
        "Vielen Dank für Ihre offene Antwort. Ich wünsche Ihnen viel Erfolg mit dem Frühlingsheft.",
        "Das verstehe ich gut. Danke, dass Sie sich die Zeit genommen haben.",
        "Ich möchte mich herzlich für Ihre Antwort bedanken. Alles Gute für die Ausstellung!",
        "Danke für die schnelle Antwort, ich kann das gut verstehen."
    })
    void a_mere_thank_you_asks_for_nothing(String text) {
        assertThat(AfterNo.isMereThanks(written(text))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "",
        "What a pity.",
        "Thank you for your answer. Could we meet all the same?",
        "Thank you for your answer. I would still love to show you my work.",
        "Thanks. I hope we can meet next year.",
        "Thanks for the answer. Please have another look at the attached series.",
        "Thank you. Perhaps another time would suit you better.",
        "Thank you. I will write again in spring.",
        "Thanks for your answer. Ten minutes would be plenty.",
        "Wie schade.",
        "Danke für Ihre Antwort. Könnten wir uns trotzdem treffen?",
        "Danke für Ihre Antwort. Ich würde Sie dennoch sehr gern kennenlernen.",
        "Vielen Dank. Vielleicht können wir im Frühjahr noch einmal sprechen.",
        "Danke für die Antwort. Bitte sehen Sie sich die Serie noch einmal an.",
        "Vielen Dank. Ich melde mich im Frühjahr wieder.",
        "Danke für Ihre Antwort. Eine Viertelstunde würde mir genügen.",
        "Vielen Dank. Ich würde mich freuen, wenn es doch noch klappt."
    })
    void who_asks_again_does_not_merely_thank(String text) {
        assertThat(AfterNo.isMereThanks(written(text))).isFalse();
    }
}
