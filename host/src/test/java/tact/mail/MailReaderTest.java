package tact.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MailReaderTest {

    private static final Instant FALLBACK = Instant.parse("2026-11-23T09:00:00Z");
    private static final String HEAD = """
            Message-ID: <1@example.org>
            Date: Mon, 2 Nov 2026 09:00:00 +0100
            From: Anna Berg <anna@verlag.example>
            To: Lena Vogt <lena@example.org>, Boris <boris@studio.example>
            Cc: Carla <carla@verlag.example>
            Subject: Re: Portfolio
            """;

    private static ReadMail read(String mail) {
        return read(mail.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
    }

    private static ReadMail read(byte[] raw) {
        try {
            return MailReader.read(raw, FALLBACK);
        } catch (UnreadableMailException e) {
            throw new AssertionError(e);
        }
    }

    private static Mail withField(String field) {
        return read(HEAD + field + "\n\nHello.\n").mail();
    }

    @Test
    void reads_who_wrote_what_to_whom_and_when() {
        ReadMail read = read(HEAD + "\nHello.\n");
        Mail mail = read.mail();

        assertThat(mail.id()).isEqualTo(new MessageId("1@example.org"));
        assertThat(mail.date()).isEqualTo(Instant.parse("2026-11-02T08:00:00Z"));
        assertThat(mail.from()).isEqualTo(new Address("Anna Berg", "anna@verlag.example"));
        assertThat(mail.to()).extracting(Address::spec).containsExactly("lena@example.org", "boris@studio.example");
        assertThat(mail.cc()).extracting(Address::name).containsExactly("Carla");
        assertThat(mail.subject()).isEqualTo("Re: Portfolio");
        assertThat(mail.authorKind()).isEqualTo(AuthorKind.HUMAN);
        assertThat(read.text().strip()).isEqualTo("Hello.");
    }

    @Test
    void reads_bare_line_feeds_as_well() {
        assertThat(read((HEAD + "\nHello.\n").getBytes(StandardCharsets.UTF_8)).mail().subject()).isEqualTo("Re: Portfolio");
    }

    @Nested
    class References {

        @Test
        void stand_oldest_first_with_in_reply_to_last_and_none_twice() {
            Mail mail = withField("In-Reply-To: <b@x>\nReferences: <a@x>\n <b@x> <c@x>");

            assertThat(mail.references()).extracting(MessageId::value).containsExactly("a@x", "c@x", "b@x");
        }

        @Test
        void that_are_folded_inside_an_id_are_joined() {
            assertThat(withField("References: <a@x> <verylong\n id@x>").references()).extracting(MessageId::value)
                    .containsExactly("a@x", "verylongid@x");
        }

        @Test
        void to_itself_are_none() {
            assertThat(withField("References: <1@example.org>").references()).isEmpty();
        }

        @Test
        void that_are_no_ids_are_none() {
            assertThat(withField("In-Reply-To: Your message of Monday").references()).isEmpty();
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', value = {
            "In-Reply-To: Message from Anna Berg <anna@verlag.example> of Monday <a@x>",
            "In-Reply-To: <a@x> from \"Anna Berg\" at May 5, 94 10:00:00 am",
            "References: a@x",
            "References: =?utf-8?q?=3Ca=40x=3E?=",
            "References: <a@x> <trunca",
            "References: ncated@x> <a@x>",
            "References: <a@x>, \"<a@x>\"",
            "In-Reply-To: a@x"})
        void of_broken_programs_are_the_ids_alone(String field) {
            Mail mail = withField("Reply-To: anna@verlag.example\n" + field);

            assertThat(mail.references()).extracting(MessageId::value).containsExactly("a@x");
        }

        @Test
        void in_two_fields_are_one_list() {
            Mail mail = withField("References: <a@x>\nReferences: <b@x>");

            assertThat(mail.references()).extracting(MessageId::value).containsExactly("a@x", "b@x");
        }

        @Test
        void without_end_are_cut_in_the_middle() {
            StringBuilder many = new StringBuilder("References:");
            for (int i = 0; i < 5000; i++) {
                many.append("\n <").append(i).append("@x>");
            }
            List<MessageId> references = withField(many.toString()).references();

            assertThat(references).hasSize(200);
            assertThat(references.get(0).value()).isEqualTo("0@x");
            assertThat(references.get(199).value()).isEqualTo("4999@x");
        }
    }

    @Nested
    class Author_kind {

        @ParameterizedTest
        @ValueSource(strings = {
            "Auto-Submitted: auto-replied", "Auto-Submitted: Auto-Replied (vacation)", "X-Autoreply: yes", "X-Acme-Out-Of-Office: 1",
            "X-Autorespond: vacation", "Precedence: auto_reply"})
        void is_auto_reply_where_a_field_says_so(String field) {
            assertThat(withField(field).authorKind()).isEqualTo(AuthorKind.AUTO_REPLY);
        }

        @Test
        void is_machine_where_a_program_writes_that_answers_nothing() {
            assertThat(withField("Auto-Submitted: auto-generated; owner=x").authorKind()).isEqualTo(AuthorKind.MACHINE);
        }

        @ParameterizedTest
        @ValueSource(strings = {
            "Auto-Submitted: no", "X-Auto-Response-Suppress: All", "Precedence: bulk", "Precedence: list",
            "List-Id: <dev.lists.example>", "X-Autoreply: no"})
        void stays_human_where_a_sign_proves_nothing_alone(String field) {
            assertThat(withField(field).authorKind()).isEqualTo(AuthorKind.HUMAN);
        }

        @Test
        void is_machine_where_nobody_reads_the_author_address() {
            assertThat(read(HEAD.replace("anna@", "no-reply@") + "\nThank you for your application.\n").mail().authorKind())
                    .isEqualTo(AuthorKind.MACHINE);
        }

        @Test
        void is_receipt_of_a_disposition_notification() {
            assertThat(report("disposition-notification", "message/disposition-notification", "Disposition: manual-action; displayed")
                            .authorKind())
                    .isEqualTo(AuthorKind.RECEIPT);
        }

        @Test
        void is_bounce_of_a_failed_delivery_with_the_recipient_and_the_mail_that_came_back() {
            Mail bounce = report("delivery-status", "message/delivery-status", """
                    Reporting-MTA: dns; mx.example.org

                    Original-Recipient: rfc822;anna@verlag.example
                    Final-Recipient: rfc822; a.berg@intern.verlag.example
                    Action: failed
                    Status: 5.1.1

                    Final-Recipient: rfc822; boris@studio.example
                    Action: delivered
                    """);

            assertThat(bounce.authorKind()).isEqualTo(AuthorKind.BOUNCE);
            assertThat(bounce.failedRecipients()).extracting(Address::spec)
                    .containsExactly("anna@verlag.example", "a.berg@intern.verlag.example");
            assertThat(bounce.returnedMail()).isEqualTo(new MessageId("returned@example.org"));
        }

        @Test
        void is_delayed_while_the_mail_may_still_arrive() {
            Mail delayed = report("delivery-status", "message/delivery-status",
                    "Reporting-MTA: dns; x\n\nFinal-Recipient: rfc822; anna@verlag.example\nAction: delayed\n");

            assertThat(delayed.authorKind()).isEqualTo(AuthorKind.DELAYED);
            assertThat(delayed.returnedMail()).isNull();
        }

        @Test
        void is_receipt_when_a_mail_was_delivered() {
            assertThat(report("delivery-status", "message/delivery-status", "\nFinal-Recipient: rfc822; a@x\nAction: delivered\n")
                            .authorKind())
                    .isEqualTo(AuthorKind.RECEIPT);
        }

        private Mail report(String reportType, String partType, String part) {
            return read(HEAD + """
                    Content-Type: multipart/report; report-type="%s"; boundary=XX

                    --XX
                    Content-Type: text/plain

                    A report.
                    --XX
                    Content-Type: %s

                    %s
                    --XX
                    Content-Type: message/rfc822

                    Message-ID: <returned@example.org>
                    Subject: Portfolio

                    Dear Anna
                    --XX--
                    """.formatted(reportType, partType, part)).mail();
        }
    }

    @Nested
    class Text {

        @Test
        void of_attached_mails_is_left_out_but_they_are_named() {
            ReadMail read = read(HEAD + """
                    Content-Type: multipart/mixed; boundary=XX

                    --XX
                    Content-Type: text/plain

                    As attached.
                    --XX
                    Content-Type: message/rfc822

                    Message-ID: <first@example.org>
                    Content-Type: multipart/mixed; boundary=YY

                    --YY
                    Content-Type: message/rfc822

                    Message-ID: <inside@example.org>

                    Inside
                    --YY--
                    --XX
                    Content-Type: message/rfc822

                    Message-ID: <second@example.org>

                    Dear Anna
                    --XX--
                    """);

            assertThat(read.text().strip()).isEqualTo("As attached.");
            assertThat(read.attached()).extracting(MessageId::value)
                    .containsExactly("first@example.org", "second@example.org");
        }

        @Test
        void is_the_plain_one_of_alternatives_decoded() {
            ReadMail read = read(HEAD + """
                    Content-Type: multipart/alternative; boundary=XX

                    --XX
                    Content-Type: text/plain; charset=iso-8859-1
                    Content-Transfer-Encoding: quoted-printable

                    Gr=FC=DFe
                    --XX
                    Content-Type: text/html; charset=utf-8

                    <p>other</p>
                    --XX--
                    """);

            assertThat(read.text().strip()).isEqualTo("Grüße");
        }

        @Test
        void of_html_alone_is_its_text() {
            ReadMail read = read(HEAD + "Content-Type: text/html; charset=utf-8\n\n"
                    + "<html><head><style>p{color:red}</style></head><body><p>May I <b>show</b> you?</p></body></html>\n");

            assertThat(read.text()).contains("May I show you?").doesNotContain("color");
        }

        @Test
        void in_base64_is_decoded() {
            assertThat(read(HEAD + "Content-Transfer-Encoding: base64\nContent-Type: text/plain; charset=utf-8\n\nR3LDvMOfZQ==\n").text())
                    .contains("Grüße");
        }
    }

    @Nested
    class Broken_mail {

        @Test
        void without_a_header_is_refused() {
            assertThatThrownBy(() -> MailReader.read(new byte[0], FALLBACK)).isInstanceOf(UnreadableMailException.class);
            assertThatThrownBy(() -> MailReader.read(new byte[4096], FALLBACK)).isInstanceOf(UnreadableMailException.class);
        }

        @Test
        void without_brackets_around_its_id_has_it_all_the_same() {
            assertThat(read("Message-ID: a@x\nFrom: anna@x.example\n\nx".getBytes(StandardCharsets.UTF_8)).mail().id())
                    .isEqualTo(new MessageId("a@x"));
        }

        @Test
        void without_an_id_gets_the_same_one_each_time() {
            String mail = HEAD.substring(HEAD.indexOf('\n') + 1) + "\nHello.\n";

            assertThat(read(mail).mail().id()).isEqualTo(read(mail).mail().id());
            assertThat(read(mail).mail().id()).isNotEqualTo(read(mail.replace("Portfolio", "Other")).mail().id());
        }

        @Test
        void without_a_date_has_that_of_its_arrival_or_else_the_fallback() {
            String undated = HEAD.replaceAll("Date:.*\n", "");

            assertThat(read("Received: from a by b; Tue, 3 Nov 2026 09:00:00 +0000\n" + undated + "\nx\n").mail().date())
                    .isEqualTo(Instant.parse("2026-11-03T09:00:00Z"));
            assertThat(read(undated + "\nx\n").mail().date()).isEqualTo(FALLBACK);
            assertThat(read(undated + "Date: yesterday\n\nx\n").mail().date()).isEqualTo(FALLBACK);
        }

        @Test
        void without_an_author_has_an_empty_one() {
            assertThat(read(HEAD.replace("From: Anna Berg <anna@verlag.example>", "From: <>") + "\nx\n").mail().from())
                    .isEqualTo(new Address("", ""));
        }

        @Test
        void with_eight_bit_header_fields_is_read_as_utf8_or_else_windows_1252() {
            String named = HEAD.replace("Anna Berg", "Änna Bërg").replace("\n", "\r\n") + "\r\nx\r\n";

            assertThat(read(named.getBytes(StandardCharsets.UTF_8)).mail().from().name()).isEqualTo("Änna Bërg");
            assertThat(read(named.getBytes(Charset.forName("windows-1252"))).mail().from().name()).isEqualTo("Änna Bërg");
        }

        @Test
        void cut_inside_a_part_keeps_what_came_before() {
            ReadMail read = read(HEAD + "Content-Type: multipart/mixed; boundary=XX\n\n--XX\n\nHello.\n--XX\nContent-Type: image/p");

            assertThat(read.text()).contains("Hello.");
        }

        @Test
        void nested_ten_thousand_deep_is_read_in_bounded_time() {
            StringBuilder nested = new StringBuilder(HEAD);
            for (int i = 0; i < 10_000; i++) {
                nested.append("Content-Type: multipart/mixed; boundary=b").append(i).append("\n\n--b").append(i).append('\n');
            }

            assertThat(read(nested.toString()).mail().subject()).isEqualTo("Re: Portfolio");
        }

        @Test
        void with_a_line_of_a_megabyte_and_nuls_is_read() {
            assertThat(read(HEAD + "\n" + "x\0".repeat(1 << 19)).text().length()).isEqualTo(MailReader.MAX_TEXT);
        }

        @Test
        void with_html_nested_a_hundred_thousand_deep_is_read() {
            assertThat(read(HEAD + "Content-Type: text/html\n\n" + "<div>".repeat(40_000) + "Hello").text()).contains("Hello");
        }

        @Test
        void in_an_unknown_charset_is_read() {
            assertThat(read(HEAD + "Content-Type: text/plain; charset=klingon\n\nHello.\n").text()).contains("Hello.");
        }
    }

    @Test
    void mails_of_one_conversation_by_thread_index_share_its_first_22_bytes() {
        String first = Base64.getEncoder().encodeToString(new byte[22]);
        String reply = Base64.getEncoder().encodeToString(Arrays.copyOf(new byte[] {0, 0}, 27));

        assertThat(withField("Thread-Index: " + first).conversation())
                .isNotNull()
                .isEqualTo(withField("Thread-Index: " + reply).conversation());
        assertThat(withField("Thread-Index: AAAA").conversation()).isNull();
        assertThat(withField("Thread-Index: §§§").conversation()).isNull();
        assertThat(withField("X: y").conversation()).isNull();
    }

    @Test
    void a_mail_through_a_list_names_the_list() {
        assertThat(withField("List-Post: <mailto:dev@lists.example?subject=x>").listPost())
                .isEqualTo(new Address("", "dev@lists.example"));
        assertThat(withField("List-Post: NO (posting not allowed)").listPost()).isNull();
    }
}
