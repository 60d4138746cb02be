package tact.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CommandLineTest {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String BODY = "Dear Anna,\n\nmay I show you my portfolio on bridges and harbours?\n\nLena\n";

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int tact(String... arguments) {
        return CommandLineInterface.run(new PrintWriter(out, true), new PrintWriter(err, true), folder.resolve("data"), arguments);
    }

    private List<JsonNode> lines() {
        return out.toString().lines().map(JSON::readTree).toList();
    }

    private static String mail(String id, String date, String from, String to, String subject, String references, String body) {
        return "Message-ID: <" + id + ">\nDate: " + date + "\nFrom: " + from + "\nTo: " + to + "\nSubject: " + subject + "\n"
                + (references.isEmpty() ? "" : "References: " + references + "\n") + "\n" + body;
    }

    private static String attempt(String id, String date, String references) {
        return mail(id, date, "Lena Vogt <lena@example.org>", "Anna Berg <anna@verlag.example>",
                references.isEmpty() ? "Portfolio" : "Re: Portfolio", references, BODY);
    }

    private Path write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private Path twoTries() throws IOException {
        write("history/1.eml", attempt("1@x", "Mon, 2 Nov 2026 09:00:00 +0000", ""));
        write("history/2.eml", attempt("2@x", "Mon, 9 Nov 2026 09:00:00 +0000", "<1@x>"));
        return folder.resolve("history");
    }

    private Path draft(String text) throws IOException {
        return write("draft.eml", mail("d@x", "Wed, 18 Nov 2026 09:00:00 +0000", "lena@example.org", "anna@verlag.example",
                "Re: Portfolio", "<1@x> <2@x>", text));
    }

    private JsonNode advise(Path history, Path draft, String... more) {
        List<String> arguments = new ArrayList<>(List.of("advise", "--me", "lena@example.org", "--history", history.toString(),
                "--draft", draft.toString(), "--now", "2026-11-18T09:00:00Z", "--zone", "UTC", "--json"));
        arguments.addAll(List.of(more));
        assertThat(tact(arguments.toArray(new String[0]))).as(err.toString()).isZero();
        return lines().get(0);
    }

    @Test
    void advise_prints_the_annotation_of_the_wire() throws IOException {
        JsonNode annotation = advise(twoTries(), draft("A last question.\n"));

        assertThat(annotation.get("badge").asString()).isEqualTo("3/3");
        assertThat(annotation.at("/lens/text").asString())
                .isEqualTo("Attempt 3 of 3 to Anna Berg · last one 9 days ago · no answer yet");
        assertThat(annotation.at("/lens/severity").asString()).isEqualTo("warning");
        assertThat(annotation.get("person").asString()).isEqualTo("anna@verlag.example");
        assertThat(annotation.get("threadStreak").asInt()).isEqualTo(2);
        assertThat(annotation.get("personStreak").asInt()).isEqualTo(2);
        assertThat(annotation.get("due").asString()).isEqualTo("2026-11-16");
        assertThat(annotation.get("advice").valueStream().map(advice -> advice.get("rule").asString()))
                .containsExactly("last-try", "quote-first-mail", "attempt-count", "due");
        assertThat(annotation.get("hold").isNull()).isTrue();
    }

    @Test
    void advise_sees_a_quoted_first_mail() throws IOException {
        JsonNode annotation = advise(twoTries(), draft("A last question.\n\n> " + BODY.replace("\n", "\n> ")));

        assertThat(annotation.get("advice").valueStream().map(advice -> advice.get("rule").asString()))
                .doesNotContain("quote-first-mail");
    }

    @Test
    void advise_sees_an_attached_first_mail() throws IOException {
        String header = attempt("d@x", "Wed, 18 Nov 2026 09:00:00 +0000", "<1@x> <2@x>").split("\n\n", 2)[0];
        Path draft = write("draft.eml", header + """

                Content-Type: multipart/mixed; boundary=XX

                --XX
                Content-Type: text/plain

                A last question.
                --XX
                Content-Type: message/rfc822
                Content-Disposition: attachment; filename="Portfolio.eml"

                """ + attempt("1@x", "Mon, 2 Nov 2026 09:00:00 +0000", "") + "\n--XX--\n");

        assertThat(advise(twoTries(), draft).get("advice").valueStream().map(advice -> advice.get("rule").asString()))
                .contains("last-try")
                .doesNotContain("quote-first-mail");
    }

    @Test
    void advise_holds_a_fourth_and_speaks_german() throws IOException {
        write("history/3.eml", attempt("3@x", "Mon, 16 Nov 2026 09:00:00 +0000", "<1@x> <2@x>"));
        JsonNode annotation = advise(twoTries(), draft("x"), "--lang", "de");

        assertThat(annotation.get("badge").asString()).isEqualTo("4/3");
        assertThat(annotation.at("/hold/title").asString()).isEqualTo("Loslassen?");
        assertThat(annotation.at("/hold/tries").size()).isEqualTo(3);
        assertThat(annotation.get("due").isNull()).isTrue();
    }

    @Test
    void advise_does_not_count_the_draft_itself_where_it_lies_in_the_history() throws IOException {
        Path history = twoTries();
        Path inside = Files.copy(draft("x"), history.resolve("draft.eml"));

        assertThat(advise(history, inside).get("threadStreak").asInt()).isEqualTo(2);
    }

    @Test
    void advise_leaves_out_mail_that_is_later_than_now() throws IOException {
        write("history/answer.eml", mail("a@x", "Thu, 19 Nov 2026 09:00:00 +0000", "anna@verlag.example", "lena@example.org",
                "Re: Portfolio", "<2@x>", "Gladly.\n"));

        assertThat(advise(twoTries(), draft("x")).get("threadStreak").asInt()).isEqualTo(2);
    }

    @Test
    void advise_without_json_is_for_people() throws IOException {
        tact("advise", "--me", "lena@example.org", "--history", twoTries().toString(), "--draft", draft("x").toString(),
                "--now", "2026-11-18T09:00:00Z");

        assertThat(out.toString()).contains("3/3  Attempt 3 of 3 to Anna Berg").contains("warning [last-try] This is the last try.");
    }

    @Test
    void threads_prints_one_object_a_line_newest_first() throws IOException {
        write("history/other.eml", mail("o@x", "Tue, 17 Nov 2026 09:00:00 +0000", "shop@shop.example", "lena@example.org",
                "Offer", "", "Buy.\n"));

        assertThat(tact("threads", "--me", "lena@example.org", "--now", "2026-11-18T09:00:00Z", "--zone", "UTC", "--json",
                twoTries().toString())).isZero();

        assertThat(lines()).hasSize(2);
        assertThat(lines().get(0).get("person").isNull()).isTrue();
        assertThat(lines().get(1)).isEqualTo(JSON.readTree("""
                {"messageIds":["1@x","2@x"],"subject":"Portfolio","person":"anna@verlag.example","threadStreak":2,
                 "personStreak":2,"standing":"due","lastAttempt":"2026-11-09T09:00:00Z","due":"2026-11-16",
                 "streaks":[{"person":"anna@verlag.example","tries":2,"answered":false}]}"""));
    }

    @Test
    void threads_tells_all_streaks_of_a_thread_in_order() throws IOException {
        write("history/answer.eml", mail("a@x", "Tue, 10 Nov 2026 09:00:00 +0000", "anna@verlag.example", "lena@example.org",
                "Re: Portfolio", "<2@x>", "Gladly, in two weeks.\n"));
        write("history/3.eml", attempt("3@x", "Wed, 11 Nov 2026 09:00:00 +0000", "<a@x>"));

        assertThat(tact("threads", "--me", "lena@example.org", "--now", "2026-11-18T09:00:00Z", "--json", twoTries().toString()))
                .isZero();

        assertThat(lines().get(0).get("streaks")).isEqualTo(JSON.readTree("""
                [{"person":"anna@verlag.example","tries":2,"answered":true},
                 {"person":"anna@verlag.example","tries":1,"answered":false}]"""));
    }

    @Test
    void threads_have_different_mails_of_one_id_both_and_copies_of_one_mail_once() throws IOException {
        String first = attempt("1@x", "Mon, 2 Nov 2026 09:00:00 +0000", "");
        String other = mail("1@x", "Mon, 9 Nov 2026 09:00:00 +0000", "lena@example.org", "boris@studio.example", "Harbours", "", "Dear Boris");
        write("history/1.eml", first);
        write("history/2.eml", other);
        write("history/sent/copy.eml", first.replace("Subject: Portfolio", "Subject: [list] Portfolio"));

        assertThat(tact("threads", "--me", "lena@example.org", "--now", "2026-11-18T09:00:00Z", "--zone", "UTC", "--json",
                        folder.resolve("history").toString()))
                .isZero();
        assertThat(lines()).extracting(line -> line.get("subject").asString()).containsExactly("Harbours", "Portfolio");
        assertThat(lines()).allSatisfy(line -> assertThat(line.get("messageIds").toString()).isEqualTo("[\"1@x\"]"));
    }

    @Test
    void threads_of_an_archive_are_seen_by_whoever_began_them() throws IOException {
        String list = "dev@lists.example";
        write("list", "From a\n" + mail("1@x", "Mon, 2 Nov 2026 09:00:00 +0000", "ed@a.example", list, "Crash", "", "It crashes.\n")
                + "\nFrom b\n" + mail("2@x", "Mon, 9 Nov 2026 09:00:00 +0000", "ed@a.example", list, "Re: Crash", "<1@x>", "Anyone?\n")
                + "\nFrom c\n" + mail("3@x", "Tue, 10 Nov 2026 09:00:00 +0000", "flo@b.example", list, "Re: Crash", "<2@x>", "Fixed.\n"));

        assertThat(tact("threads", "--me", "first-writer", "--now", "2026-11-18T09:00:00Z", "--json", folder.resolve("list").toString()))
                .isZero();

        assertThat(lines()).hasSize(1);
        assertThat(lines().get(0).get("streaks"))
                .isEqualTo(JSON.readTree("[{\"person\":\"dev@lists.example\",\"tries\":2,\"answered\":true}]"));
    }

    @Test
    void mail_is_read_from_an_mbox_a_maildir_and_folders_of_these() throws IOException {
        write("all/box", "From - Mon Nov  2 09:00:00 2026\n" + attempt("1@x", "Mon, 2 Nov 2026 09:00:00 +0000", "")
                + "\n>From here on it is quoted.\n\nFrom - Mon Nov  9 09:00:00 2026\r\n"
                + attempt("2@x", "Mon, 9 Nov 2026 09:00:00 +0000", "<1@x>").replace("\n", "\r\n"));
        write("all/box.msf", "not mail");
        write("all/maildir/cur/1:2,S", attempt("3@x", "Mon, 16 Nov 2026 09:00:00 +0000", "<1@x>"));
        write("all/maildir/new/2", attempt("4@x", "Tue, 17 Nov 2026 09:00:00 +0000", "<1@x>"));
        write("all/maildir/7", attempt("7@x", "Tue, 17 Nov 2026 16:00:00 +0000", "<1@x>"));
        write("all/maildir/dovecot-uidlist", "3 V1 N5");
        write("all/maildir/.Sent/cur/6:2,S", attempt("6@x", "Tue, 17 Nov 2026 15:00:00 +0000", "<1@x>"));
        write("all/.hidden", "not mail");
        write("all/maildir/tmp/3", attempt("5@x", "Tue, 17 Nov 2026 12:00:00 +0000", "<1@x>"));

        assertThat(tact("threads", "--me", "lena@example.org", "--now", "2026-11-18T09:00:00Z", "--json",
                folder.resolve("all").toString())).isZero();

        assertThat(lines().get(0).get("messageIds").valueStream().map(JsonNode::asString))
                .containsExactly("1@x", "2@x", "3@x", "4@x", "6@x", "7@x");
    }

    @Test
    void what_cannot_be_read_is_one_line_and_exit_code_1_and_the_rest_goes_on() throws IOException {
        Path broken = write("history/broken.eml", "\0\0\0\0");

        assertThat(tact("threads", "--me", "lena@example.org", "--now", "2026-11-18T09:00:00Z", "--json",
                twoTries().toString(), folder.resolve("missing").toString())).isEqualTo(1);

        assertThat(lines()).hasSize(1);
        assertThat(err.toString().lines()).hasSize(2)
                .anySatisfy(line -> assertThat(line).startsWith("tact: " + broken + " cannot be read"))
                .anySatisfy(line -> assertThat(line).contains("missing").contains("NoSuchFileException"));
    }

    @Test
    void wrong_use_is_exit_code_2_and_says_what_is_right() {
        assertThat(tact()).isEqualTo(2);
        assertThat(tact("threads", "--me", "nobody", "x")).isEqualTo(2);
        assertThat(tact("advise", "--me", "a@b", "--now", "yesterday", "--history", "x", "--draft", "y")).isEqualTo(2);
        assertThat(err.toString()).contains("'nobody' is no address").contains("2026-11-23T09:00:00Z");
    }

    @Test
    void an_mbox_keeps_only_the_beginning_of_a_huge_mail() throws IOException {
        byte[] box = ("From a\n" + "Subject: x\n\n" + "y".repeat(1 << 20) + "\n\nFrom b\nSubject: z\n\nend").getBytes(StandardCharsets.US_ASCII);
        Mbox mbox = new Mbox(new java.io.ByteArrayInputStream(box));

        assertThat(mbox.next().length).isEqualTo(tact.mail.MailReader.MAX_RAW);
        assertThat(new String(mbox.next(), StandardCharsets.US_ASCII)).isEqualTo("Subject: z\n\nend");
        assertThat(mbox.next()).isNull();
    }
}
