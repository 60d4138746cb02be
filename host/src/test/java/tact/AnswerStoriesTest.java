package tact;

import static org.assertj.core.api.Assertions.assertThat;
import static tact.Post.ANNA;
import static tact.Post.CARLA;
import static tact.Post.LENA;
import static tact.Post.ZONE;
import static tact.Post.at;
import static tact.Post.ids;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tact.annotation.Annotation;
import tact.event.Event;
import tact.event.Outcome;
import tact.event.RawMail;
import tact.mail.Address;
import tact.protocol.Reply;
import tact.store.SqliteLedger;

/** Situations 2 and 3 of the article from the mails as they arrive to what the window shows. */
class AnswerStoriesTest {

    private final SqliteLedger ledger = SqliteLedger.inMemory();
    private final List<String> thread = new ArrayList<>();
    private Instant now = at("2026-11-23T09:00");
    private final Clock clock = ((InstantSource) () -> now).withZone(ZONE);
    private final Desk desk = new Desk(() -> ledger, clock);

    @AfterEach
    void close() {
        ledger.close();
    }

    private void open(Locale language) {
        desk.handle(new Event.Hello("0.1.0", Set.of(1), language, ZONE, List.of(LENA)));
    }

    /** A mail on the thread, as it is observed at its time. */
    private RawMail mail(String local, Address from, Address to, Address cc, String text) {
        now = at(local);
        String id = "m" + (thread.size() + 1) + "@example.org";
        String raw = "Message-ID: <" + id + ">\r\n"
                + "Date: " + DateTimeFormatter.RFC_1123_DATE_TIME.format(now.atZone(ZONE)) + "\r\n"
                + "From: " + from + "\r\nTo: " + to + "\r\n"
                + (cc == null ? "" : "Cc: " + cc + "\r\n")
                + (thread.isEmpty() ? "" : "In-Reply-To: <" + thread.get(thread.size() - 1) + ">\r\n")
                + "Subject: Portfolio\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n" + text + "\r\n";
        thread.add(id);
        RawMail mail = new RawMail(new String(raw.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1));
        assertThat(desk.handle(new Event.MailObserved(List.of(mail)))).isInstanceOf(Reply.Receipt.class);
        return mail;
    }

    private Annotation draft(String local, String text) {
        now = at(local);
        return ((Reply.Annotated) desk.handle(new Event.DraftChanged(
                        Post.draft(List.of(ANNA), "Re: Portfolio", ids(thread.toArray(String[]::new)), text), false)))
                .annotation();
    }

    private static Annotation.Finding finding(Annotation annotation, String rule) {
        return annotation.advice().stream().filter(found -> found.rule().equals(rule)).findFirst()
                .orElseThrow(() -> new AssertionError("no " + rule + " in " + rules(annotation)));
    }

    private static List<String> rules(Annotation annotation) {
        return annotation.advice().stream().map(Annotation.Finding::rule).toList();
    }

    /** The user clicks on an answer. */
    private void choose(Annotation annotation, String rule, String label) {
        Annotation.Action choice = finding(annotation, rule).choices().stream()
                .filter(action -> action.label().equals(label)).findFirst().orElseThrow();
        now = now.plusSeconds(10);
        assertThat(desk.handle(new Event.Stated(ANNA, ids(thread.toArray(String[]::new)), choice.claim())))
                .isInstanceOf(Reply.Noted.class);
    }

    @Test
    void a_no_from_somebody_to_whom_one_was_introduced() {
        open(Locale.ENGLISH);
        mail("2026-11-02T09:00", CARLA, LENA, ANNA, "Hi Lena,\n\nI'd like to introduce you to Anna Berg, who edits the magazine.\n\nCarla");
        mail("2026-11-03T09:00", LENA, ANNA, null, "Dear Anna,\n\nMay I show you my portfolio?\n\nYours,\nLena");
        RawMail no = mail("2026-11-04T09:00", ANNA, LENA, null,
                "Dear Lena,\n\nThank you for your mail, but I'm not interested.\n\nAnna");

        Annotation asked = draft("2026-11-05T09:00", "");
        assertThat(rules(asked)).containsExactly("no-or-busy");
        assertThat(finding(asked, "no-or-busy").evidence()).isEqualTo("m3@example.org");
        assertThat(desk.handle(new Event.EvidenceAsked(no)))
                .isInstanceOfSatisfying(Reply.Evidence.class, read -> assertThat(read.sentence()).contains("not interested"));

        choose(asked, "no-or-busy", "A real no");
        Annotation declined = draft("2026-11-05T09:05", "");
        assertThat(rules(declined)).containsExactly("ask-origin", "ask-priority");
        choose(declined, "ask-priority", "The one person who can make it happen");
        choose(declined, "ask-origin", "Carla Reuter introduced us");

        Annotation introduced = draft("2026-11-05T09:10", "Dear Anna,\n\nCould we talk about it once more?");
        assertThat(rules(introduced)).containsExactly("introduced");
        Annotation.FixOffer letter = finding(introduced, "introduced").fixes().get(0);
        assertThat(letter.to().spec()).isEqualTo(CARLA.spec());
        assertThat(letter.body()).contains("Anna Berg").endsWith("Lena Vogt");

        mail("2026-11-05T09:20", LENA, ANNA, null, "Dear Anna,\n\nCould we talk about it once more?\n\nLena");
        Annotation held = draft("2026-11-06T09:00", "Dear Anna,\n\nplease?");
        assertThat(held.hold().text()).startsWith("Anna Berg declined, and you have written once since.");
        assertThat(held.lens().text()).isEqualTo("Anna Berg declined on Wed 4 Nov · time to let go");

        desk.handle(new Event.Stated(ANNA, ids("m3@example.org"), new tact.event.Claim.Decided(Outcome.LET_GO)));
        assertThat(draft("2026-11-07T09:00", "").lens().severity()).isEqualTo("info");
    }

    @Test
    void ein_nein_das_nur_gerade_nicht_heisst() {
        open(Locale.GERMAN);
        mail("2026-11-02T09:00", LENA, ANNA, null, "Guten Tag Frau Berg,\n\ndarf ich Ihnen meine Mappe zeigen?\n\nLena Vogt");
        mail("2026-11-03T09:00", ANNA, LENA, null,
                "Liebe Frau Vogt,\n\nim Moment schaffe ich es leider nicht. Melden Sie sich gern im März noch einmal.\n\nAnna Berg");

        Annotation thanks = draft("2026-11-03T10:00", "Vielen Dank, dann melde ich mich im März.");
        assertThat(rules(thanks)).containsExactly("not-now");
        assertThat(thanks.lens().text()).isEqualTo("Anna Berg hat um einen späteren Zeitpunkt gebeten: Montag, 1. März");
        assertThat(thanks.hold()).isNull();

        mail("2026-11-03T10:05", LENA, ANNA, null, "Vielen Dank, dann melde ich mich im März.\n\nLena Vogt");
        Annotation early = draft("2026-12-01T09:00", "");
        assertThat(finding(early, "not-now").severity()).isEqualTo("warning");
        assertThat(rules(early)).doesNotContain("too-early", "due", "overdue");
        assertThat(rules(draft("2027-03-01T09:00", ""))).doesNotContain("not-now", "too-early");
    }

    @Test
    void ein_ja_ein_treffen_und_stille() {
        open(Locale.GERMAN);
        mail("2026-11-02T09:00", LENA, ANNA, null, "Guten Tag Frau Berg,\n\ndarf ich Ihnen meine Mappe zeigen?\n\nLena Vogt");
        mail("2026-11-03T09:00", ANNA, LENA, null,
                "Liebe Frau Vogt,\n\nsehr gern! Wir können uns am 10. November um 10 Uhr treffen.\n\nAnna Berg");
        mail("2026-11-03T10:00", LENA, ANNA, null, "Wunderbar, ich komme am 10. November.\n\nLena Vogt");

        Annotation before = draft("2026-11-06T09:00", "Nur kurz: Ich bringe auch die Skizzen mit.");
        assertThat(rules(before)).isEmpty();
        assertThat(before.lens().text()).isEqualTo("Ihr Treffen mit Anna Berg: Dienstag, 10. November");

        Annotation onTheDay = draft("2026-11-10T08:00", "");
        assertThat(rules(onTheDay)).containsExactly("meeting-day");
        assertThat(onTheDay.lens().text()).isEqualTo("Heute treffen Sie Anna Berg");
        assertThat(onTheDay.badge()).isEqualTo("1/3");

        Annotation thanks = draft("2026-11-11T09:00", "Vielen Dank für das Gespräch!");
        assertThat(rules(thanks)).isEmpty();
        assertThat(thanks.lens()).isNull();
        mail("2026-11-11T09:05", LENA, ANNA, null, "Vielen Dank für das Gespräch!\n\nLena Vogt");

        Annotation followUp = draft("2026-11-18T09:00", "");
        assertThat(followUp.badge()).isEqualTo("2/3");
        assertThat(finding(followUp, "after-the-meeting").passage()).isEqualTo("silence-means-busy");
        assertThat(rules(followUp)).contains("due");
    }
}
