package tact.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClosingTest {

    private static boolean asks(String text) throws UnreadableMailException {
        String raw = "Message-ID: <c@x>\r\nDate: Tue, 3 Nov 2026 09:00:00 +0000\r\nFrom: lena@x.example\r\nTo: anna@y.example\r\n"
                + "Subject: Re: Reading\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n" + text + "\r\n";
        return MailReader.read(raw.getBytes(StandardCharsets.UTF_8), Instant.EPOCH).kept().gist().asks();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "Thanks, see you Tuesday!",
        "Perfect, thank you.",
        "Hi Tom,\n\nmany thanks for the quick answer and the photographs!\n\nBest regards\nLena Vogt\nStudio Vogt, Hamburg",
        "Great, that works for me. Looking forward to seeing you on Thursday.\n\nLena",
        "Thank you so much for your time today. It was a pleasure to meet you and your team.",
        "No problem at all. Have a lovely weekend!",
        "Tuesday at 10 is fine. See you then!\n\nThanks\nLena",
        "Will do, cheers",
        "Congratulations on the prize, Anna!",
        "You're welcome.",
        "Got it, thanks Anna.\n\nOn Mon, 2 Nov 2026 at 09:00, Anna Berg <anna@y.example> wrote:\n> Has it arrived?",
        "Vielen Dank, alles klar",
        "Danke, bis Dienstag!",
        "Liebe Frau Berg,\n\nherzlichen Dank für Ihre schnelle Antwort. Ich freue mich auf unser Treffen am Donnerstag.\n\n"
                + "Mit freundlichen Grüßen\nLena Vogt",
        "Super, passt. Bis dann!\nLG Lena",
        "Hallo Boris, alles angekommen, vielen Dank! Schönes Wochenende!\n\nViele Grüße\nLena",
        "Kein Problem, gern geschehen.",
        "Freitag um 10 passt mir gut. Bis dahin alles Gute!",
        "Alles klar, ich melde mich nächste Woche bei Ihnen."})
    void does_not_where_it_only_closes(String text) throws UnreadableMailException {
        assertThat(asks(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "Thanks! Could you send me the file again",
        "Thank you. When would suit you?",
        "Thanks, please send the contract to my office.",
        "Great, let me know what you think.",
        "Many thanks in advance!",
        "Thank you, I look forward to hearing from you.",
        "Thanks, I am still waiting for the second file.",
        "Perfect. I need the signed form by Friday.",
        "Thanks for your time. I would love to hear your thoughts on the draft.",
        "Dear Anna, may I show you my portfolio on bridges and harbours? Yours, Lena",
        "Vielen Dank. Könnten Sie mir die Datei noch einmal schicken",
        "Danke! Bitte geben Sie mir bis Freitag Bescheid.",
        "Vielen Dank im Voraus!",
        "Ich freue mich auf Ihre Rückmeldung.",
        "Danke, ich freue mich, von Ihnen zu hören.",
        "Alles klar, bis Freitag brauche ich die Zahlen.",
        "Danke dir! Meld dich, sobald du etwas weißt.",
        "Vielen Dank. Mit welchem Zug kommst du?"})
    void does_by_a_question_or_a_request(String text) throws UnreadableMailException {
        assertThat(asks(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "",
        "Lena",
        "Hello Anna,\n\nI have attached my portfolio.\n\nBest regards\nLena",
        "Thanks. The second part of the series comes out in spring, and the magazine has shown some interest.",
        "Im Anhang finden Sie mein Exposé.",
        "Danke. Das neue Kapitel ist fertig.",
        "Merci beaucoup, à mardi !",
        "Grazie mille, a presto."})
    void does_where_nobody_can_tell(String text) throws UnreadableMailException {
        assertThat(asks(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"thanks, ", "thanks ", "danke bis ", "see you. "})
    void is_read_in_time(String piece) {
        List<Sentence> sentences = Sentence.all(piece.repeat(10_000));

        assertThat(Closing.isAll(sentences, null)).isFalse();
    }
}
