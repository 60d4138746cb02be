package tact.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "Anna Berg <anna@example.org>                 | Anna Berg   | anna@example.org",
        "'\"Berg, Änna\" <a@example.org>'             | Berg, Änna  | a@example.org",
        "=?utf-8?q?J=C3=B6rg?= <j@example.org>        | Jörg        | j@example.org",
        "anna@example.org                             | ''          | anna@example.org",
        "<anna@example.org>                           | ''          | anna@example.org",
        "Müller 李 <x@example.org>                    | Müller 李   | x@example.org",
    })
    void reads_a_mailbox_with_its_name(String text, String name, String spec) {
        assertThat(Address.parse(text)).isEqualTo(new Address(name, spec));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Anna", "<>", "MAILER-DAEMON", "undisclosed-recipients:;", ",,,", "anna@"})
    void reads_nothing_where_there_is_no_address(String text) {
        assertThat(Address.parse(text)).isNull();
    }

    @Test
    void reads_all_of_a_line_with_its_groups() {
        assertThat(Address.parseAll("Team: Ed <ed@x.example>, b@x.example;, c@x.example"))
                .extracting(Address::spec)
                .isEqualTo(List.of("ed@x.example", "b@x.example", "c@x.example"));
    }

    @Test
    void keeps_a_name_on_one_line() {
        assertThat(Address.parse("=?utf-8?q?Anna=0D=0ABcc:=09x?= <a@example.org>").name()).doesNotContain("\n", "\r", "\t");
    }

    @ParameterizedTest
    @CsvSource({
        "Anna.Berg@Example.ORG,          anna.berg@example.org",
        "anna+press@example.org,         anna@example.org",
        "a.n.n.a+x@googlemail.com,       anna@gmail.com",
        "a.n.n.a@example.org,            a.n.n.a@example.org",
        "+49301234@fax.example,          +49301234@fax.example",
    })
    void is_one_identity_in_all_its_spellings(String spec, String identity) {
        assertThat(new Address("", spec).identity()).isEqualTo(identity);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "no-reply@x.example", "noreply@x.example", "jobs.noreply@x.example", "do-not-reply@x.example", "DoNotReply@x.example",
        "MAILER-DAEMON@x.example", "postmaster@x.example", "notifications@github.example", "bounce+tag@x.example",
        "dev-request@lists.example", "notification+abc@x.example", "reply-noreply+4@x.example"})
    void is_a_machine_where_its_local_part_says_so(String spec) {
        assertThat(new Address("", spec).isMachine()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "anna@x.example", "info@x.example", "jobs@x.example", "press@x.example", "norepy.person@x.example", "noreen@x.example",
        "arnold.noteboom@x.example", "editor@x.example", "replyanna@x.example"})
    void is_a_person_or_their_team_otherwise(String spec) {
        assertThat(new Address("", spec).isMachine()).isFalse();
    }
}
