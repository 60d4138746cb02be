package tact.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NewTextTest {

    @ParameterizedTest
    @ValueSource(strings = {
        "On Mon, 4 May 2026 at 09:00, Lena Vogt <lena@example.org> wrote:\n> Hello",
        "On Mon, 4 May 2026 at 09:00, Lena Vogt from a house with a long name\n<lena@example.org> wrote:\n\nHello",
        "Am 04.05.2026 um 09:00 schrieb Lena Vogt:\n> Hallo",
        "Am Mo., 4. Mai 2026 um 09:00 Uhr schrieb Lena Vogt <\nlena@example.org>:\n\n> Hallo",
        "Lena Vogt <lena@example.org> schrieb am Mo., 4. Mai 2026, 09:00:\n\n> Hallo",
        "Le lun. 4 mai 2026 à 09:00, Lena Vogt <lena@example.org> a écrit :\n> Bonjour",
        "El lun, 4 may 2026 a las 9:00, Lena Vogt (<lena@example.org>) escribió:\n> Hola",
        "Il giorno lun 4 mag 2026 alle ore 09:00 Lena Vogt <lena@example.org> ha scritto:\n> Ciao",
        "Op ma 4 mei 2026 om 09:00 schreef Lena Vogt <lena@example.org>:\n> Hallo",
        "Em seg., 4 de mai. de 2026 às 09:00, Lena Vogt <lena@example.org> escreveu:\n> Olá",
        "W dniu 4.05.2026 o 09:00, Lena Vogt pisze:\n> Cześć",
        "pon., 4 maj 2026 o 09:00 Lena Vogt <lena@example.org> napisał(a):\n> Cześć",
        "2026-05-04 9:00 GMT+02:00 Lena Vogt <lena@example.org>:\n> Hello",
        "-----Original Message-----\nFrom: Lena Vogt\nSent: Monday\nTo: Anna\nSubject: Portfolio\n\nHello",
        "-----Ursprüngliche Nachricht-----\nVon: Lena Vogt\nGesendet: Montag, 4. Mai 2026 09:00\nAn: Anna\nBetreff: Portfolio\n\nHallo",
        "Von: Lena Vogt <lena@example.org>\nGesendet: Montag, 4. Mai 2026 09:00\nAn: Anna\nBetreff: Portfolio\n\nHallo",
        "________________________________\nFrom: Lena Vogt\nSent: Monday\nTo: Anna\nSubject: Portfolio\n\nHello",
        "Gesendet: Montag, 04. Mai 2026 um 09:00 Uhr\nVon: \"Lena Vogt\" <lena@example.org>\nAn: anna@verlag.example\nBetreff: Portfolio\n\nHallo",
        "De : Lena Vogt\nEnvoyé : lundi 4 mai 2026 09:00\nÀ : Anna\nObjet : Portfolio\n\nBonjour",
        "---------- Forwarded message ---------\nFrom: Lena Vogt\nDate: Mon\nSubject: Portfolio\nTo: Anna\n\nHello",
        "Begin forwarded message:\n\nFrom: Lena Vogt\nDate: Mon\nSubject: Portfolio\nTo: Anna\n\nHello",
        "-- \nAnna Berg\nExample Publishing",
        "Sent from my iPhone",
        "Von meinem iPhone gesendet",
        "Get Outlook for iOS",
        "This e-mail and any attachments are confidential and may be privileged.",
        "Diese E-Mail enthält vertrauliche Informationen.\nWenn Sie nicht der richtige Adressat sind, löschen Sie sie."})
    void ends_where_what_it_answers_or_a_signature_begins(String rest) {
        assertThat(NewText.of("Tuesday works.\n\nAnna\n\n" + rest + "\n")).isEqualTo("Tuesday works.\n\nAnna");
    }

    @Test
    void keeps_answers_written_between_quoted_lines() {
        String text = NewText.of("On 4 May 2026, Lena <lena@example.org> wrote:\n> Can we meet?\n\nYes, Tuesday.\n\n> Where?\n\nHere.\n");

        assertThat(NewText.withoutQuotes(text)).contains("Yes, Tuesday.", "Here.").doesNotContain("Can we meet", "wrote");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "On this day\n\nI wrote something which was interesting.",
        "From: the heart, I thank you.",
        "I said:\nlet us meet on 5 May.",
        "Agenda:\n\n- To: all\n- Subject: open"})
    void keeps_what_only_looks_like_a_quote(String text) {
        assertThat(NewText.of(text)).isEqualTo(text);
    }

    @Test
    void of_html_leaves_out_its_quotes() {
        String text = HtmlText.of("<div>Tuesday works.</div><br><div class=gmail_quote>On Mon, 4 May 2026 at 09:00, Lena "
                + "&lt;lena@example.org&gt; wrote:<br><blockquote>Can we <b>meet</b>?</blockquote></div>", 1000);

        assertThat(NewText.of(text)).isEqualTo("Tuesday works.");
    }
}
