package tact.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class AuthorKindsTest {

    private static final String HEAD = """
            Message-ID: <1@example.org>
            Date: Fri, 1 May 2026 09:00:00 +0200
            From: Anna Berg <anna@verlag.example>
            To: Lena Vogt <lena@example.org>
            """;

    private static ReadMail read(String mail) {
        try {
            return MailReader.read(mail.getBytes(StandardCharsets.UTF_8), Instant.EPOCH);
        } catch (UnreadableMailException e) {
            throw new AssertionError(e);
        }
    }

    static Stream<List<String>> mails() {
        return Fixtures.rows("author-kinds.txt", 4);
    }

    @ParameterizedTest
    @MethodSource("mails")
    void is_told_with_its_evidence(List<String> row) {
        String fields = row.get(1).equals("-") ? "" : row.get(1) + "\n";
        Verdict verdict = read(HEAD + fields + "Subject: " + row.get(2) + "\n\n" + row.get(3) + "\n").reading().verdict();

        assertThat(verdict.kind().id()).as("%s", verdict).isEqualTo(row.get(0));
        assertThat(verdict.evidence().isEmpty()).isEqualTo(row.get(0).equals("human"));
    }

    @Test
    void of_a_person_away_names_whom_to_turn_to() {
        Reading reading = read(HEAD + """
                Auto-Submitted: auto-replied
                Subject: Automatic reply: Portfolio

                I am out of the office until 11 May. Please write to carla@verlag.example instead of anna@verlag.example.
                """).reading();

        assertThat(reading.substitutes()).containsExactly(new Address("", "carla@verlag.example"));
        assertThat(reading.returnDate()).isEqualTo("2026-05-11");
        assertThat(reading.meaning()).isNull();
    }

    @Test
    void of_a_dead_mailbox_is_bounce_of_its_own_address() {
        Mail mail = read(HEAD + """
                Auto-Submitted: auto-replied
                In-Reply-To: <tried@example.org>
                Subject: Re: Portfolio

                Anna Berg no longer works here. Please write to carla@verlag.example.
                """).mail();

        assertThat(mail.authorKind()).isEqualTo(AuthorKind.BOUNCE);
        assertThat(mail.failedRecipients()).extracting(Address::spec).containsExactly("anna@verlag.example");
        assertThat(mail.returnedMail()).isEqualTo(new MessageId("tried@example.org"));
    }

    @ParameterizedTest
    @CsvSource({"ACCEPTED, YES", "DECLINED, NO", "TENTATIVE, OTHER"})
    void is_calendar_of_an_answer_to_an_invitation_and_ends_a_streak(String partStat, Meaning.Kind meaning) {
        ReadMail read = read(HEAD + """
                Subject: Accepted: Meeting
                Content-Type: text/calendar; method=REPLY; charset=utf-8

                BEGIN:VCALENDAR
                METHOD:REPLY
                BEGIN:VEVENT
                DTSTART;TZID=Europe/Berlin:20260512T100000
                ATTENDEE;CN=Anna;PARTSTAT=%s:mailto:anna@verl
                 ag.example
                END:VEVENT
                END:VCALENDAR
                """.formatted(partStat));

        assertThat(read.reading().verdict()).isEqualTo(new Verdict(AuthorKind.CALENDAR, "METHOD:REPLY PARTSTAT=" + partStat));
        assertThat(read.mail().authorKind().isHuman()).isTrue();
        assertThat(read.reading().meaning().kind()).isEqualTo(meaning);
        assertThat(read.reading().meaning().proposedTime()).isEqualTo(meaning == Meaning.Kind.NO ? null : "2026-05-12");
    }

    @Test
    void of_a_published_calendar_is_that_of_its_author() {
        assertThat(read(HEAD + "Subject: Dates\nContent-Type: text/calendar; method=PUBLISH\n\nBEGIN:VCALENDAR\nMETHOD:PUBLISH\n")
                        .mail().authorKind())
                .isEqualTo(AuthorKind.HUMAN);
    }

    @Test
    void of_a_bounce_that_a_human_passes_on_is_human() {
        ReadMail read = read(HEAD + """
                Subject: What is this?
                Content-Type: multipart/mixed; boundary=XX

                --XX
                Content-Type: text/plain

                Can you help? This came back.
                --XX
                Content-Type: message/rfc822

                From: MAILER-DAEMON@example.org
                Subject: Undelivered Mail Returned to Sender
                Content-Type: multipart/report; report-type=delivery-status; boundary=YY

                --YY
                Content-Type: message/delivery-status

                Final-Recipient: rfc822; x@y.example
                Action: failed
                --YY--
                --XX--
                """);

        assertThat(read.mail().authorKind()).isEqualTo(AuthorKind.HUMAN);
        assertThat(read.mail().failedRecipients()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "Hi. This is the mail program at mx.example.\nI'm afraid I wasn't able to deliver your message.\n\n<anna@verlag.example>:\nuser unknown\n",
        "Your message could not be delivered to: anna@verlag.example\n\n550 5.1.1 no such user\n",
        "The following recipients were affected:\n    anna@verlag.example\nReason: mailbox full\n",
        "RCPT TO:<anna@verlag.example> failed: 550 user unknown\n"})
    void of_a_bounce_in_plain_words_comes_with_whom_it_did_not_reach(String text) {
        ReadMail read = read("""
                From: MAILER-DAEMON@mx.example
                To: lena@example.org
                Return-Path: <>
                Subject: failure notice

                %s
                --- Below this line is a copy of the message.

                Return-Path: <lena@example.org>
                Message-ID: <tried@example.org>
                To: other@verlag.example
                Subject: Portfolio
                """.formatted(text));

        assertThat(read.mail().authorKind()).isEqualTo(AuthorKind.BOUNCE);
        assertThat(read.mail().failedRecipients()).extracting(Address::spec).containsExactly("anna@verlag.example");
        assertThat(read.mail().returnedMail()).isEqualTo(new MessageId("tried@example.org"));
    }
}
