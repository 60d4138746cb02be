package tact.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The short run of {@link Mutations}. */
class MutationsTest {

    private static final byte[] MAIL = """
            Message-ID: <1@example.org>
            Date: Fri, 1 May 2026 09:00:00 +0200
            From: Anna Berg <anna@verlag.example>
            To: Lena Vogt <lena@example.org>
            References: <a@x> <b@x>
            Subject: =?utf-8?q?R=C3=BCckkehr?=
            Content-Type: multipart/alternative; boundary=XX

            --XX
            Content-Type: text/plain; charset=utf-8
            Content-Transfer-Encoding: quoted-printable

            Gr=C3=BC=C3=9Fe, I am out of the office until 11 May.

            On Mon, 4 May 2026 at 09:00, Lena <lena@example.org> wrote:
            > Hello
            --XX
            Content-Type: text/html; charset=utf-8

            <div>Hello<blockquote>quoted</blockquote></div>
            --XX--
            """.getBytes(StandardCharsets.UTF_8);

    @Test
    void of_one_mail_are_read_or_refused() {
        assertThat(new Mutations(List.of(MAIL)).run(1000, 1).mails()).isEqualTo(1000);
    }

    @Test
    void of_the_corpora_are_read_or_refused_within_a_second_each() {
        assumeTrue(Corpora.FOLDER != null, "The corpora are not there (../shared/corpora).");

        Mutations mutations = new Mutations(Mutations.corpora());
        mutations.run(200, 1_000_000);

        assertThat(mutations.run(1500, 2_000_000).slowestMillis()).isLessThan(1000);
    }
}
