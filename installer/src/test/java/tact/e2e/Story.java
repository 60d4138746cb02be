package tact.e2e;

import java.util.ArrayList;
import java.util.List;

/**
 * The mail of an illustrator who writes to people she would like to work for. Each method gives the mails of one turn
 * of events, sent as many days ago as it is told.
 */
final class Story {

    private static final String FIRST = """
            Dear %s,

            I illustrate for magazines and book publishers, mostly cities and the people in them. \
            Your last issue made me think that my new work might suit you: twelve plates of bridges at night, \
            from Porto to Wrocław.

            May I show you the portfolio? Ten minutes by video would be enough, whenever it suits you.

            Kind regards
            Lena Vogt
            """;

    private static final String SECOND = """
            Dear %s,

            I wrote to you a while ago about my plates of bridges and imagine it was a busy time. \
            My question is below, should you like to have a look.

            Kind regards
            Lena Vogt

            > May I show you the portfolio? Ten minutes by video would be enough, whenever it suits you.
            """;

    private static final String THIRD = """
            Dear %s,

            a last line from me: if the bridges are of use to you, I would be glad to hear from you. \
            If not, thank you for your time, and I will not write again.

            Kind regards
            Lena Vogt
            """;

    private Story() {}

    /** One try for each age, the oldest first, in one thread. */
    static List<Letter> tries(Person to, int... daysAgo) {
        return tries(to, "Bridges at night", daysAgo);
    }

    /** {@link #tries(Person, int...)} with a subject of its own. */
    static List<Letter> tries(Person to, String subject, int... daysAgo) {
        List<Letter> tries = new ArrayList<>();
        for (int days : daysAgo) {
            String text = tries.isEmpty() ? FIRST : tries.size() == 1 ? SECOND : THIRD;
            Letter letter = Letter.of(Person.LENA, to, days, tries.isEmpty() ? subject : "Re: " + subject,
                    text.formatted(to.first()));
            tries.add(tries.isEmpty() ? letter : letter.following(tries.get(tries.size() - 1)));
        }
        return tries;
    }

    /** A person's answer. */
    static Letter answer(Letter to, Person from, int daysAgo) {
        return Letter.of(from, Person.LENA, daysAgo, "Re: " + to.subject().replace("Re: ", ""), """
                Dear Lena,

                thank you for your mail, and sorry for the wait. The plates look lovely. Could you send me the one of \
                the Dom Luís bridge in print quality? Then I can show it in our meeting next week.

                Best
                %s
                """.formatted(from.first())).following(to);
    }

    /** A person's no. */
    static Letter no(Letter to, Person from, int daysAgo) {
        return Letter.of(from, Person.LENA, daysAgo, "Re: " + to.subject(), """
                Dear Lena,

                thank you for thinking of us. Unfortunately, we have decided not to take on any new illustrators.

                Best
                %s
                """.formatted(from.first())).following(to);
    }

    /** A mail that makes Lena and somebody known to each other. */
    static Letter introduction(Person by, Person to, int daysAgo) {
        return Letter.of(by, Person.LENA, daysAgo, "Lena, " + to.first(), """
                Dear Lena,

                I'd like to introduce you to %s. You two should talk.

                %s
                """.formatted(to.name(), by.first())).with("Cc", to.mailbox());
    }

    /** An out-of-office reply, marked as RFC 3834 asks. */
    static Letter outOfOffice(Letter to, Person from, int daysAgo) {
        return Letter.of(from, Person.LENA, daysAgo, "Out of office: " + to.subject(), """
                Thank you for your message. I am out of the office and have no access to my mail. \
                I will read it when I am back. In urgent cases please call the editorial desk.
                """).following(to)
                .with("Auto-Submitted", "auto-replied")
                .with("Precedence", "bulk");
    }

    /** The report of a mail server that could not deliver a mail (RFC 3464). */
    static Letter bounce(Letter of, Person unreachable, int daysAgo) {
        Person daemon = new Person("Mail Delivery System", "MAILER-DAEMON@studio.example");
        return Letter.of(daemon, Person.LENA, daysAgo, "Undelivered Mail Returned to Sender", """
                --report
                Content-Type: text/plain; charset=us-ascii

                This is the mail system at host mx.studio.example.

                I'm sorry to have to inform you that your message could not
                be delivered to one or more recipients.

                <%1$s>: host mx.example said: 550 5.1.1 User unknown

                --report
                Content-Type: message/delivery-status

                Reporting-MTA: dns; mx.studio.example
                Arrival-Date: %3$s

                Final-Recipient: rfc822; %1$s
                Action: failed
                Status: 5.1.1
                Diagnostic-Code: smtp; 550 5.1.1 User unknown

                --report
                Content-Type: text/rfc822-headers

                Message-ID: %2$s
                From: Lena Vogt <lena.vogt@studio.example>
                To: %1$s
                Subject: %4$s

                --report--
                """.formatted(unreachable.address(), of.id(), of.date(), of.subject()))
                .with("Auto-Submitted", "auto-replied")
                .with("Return-Path", "<>")
                .with("Content-Transfer-Encoding", null)
                .with("Content-Type", "multipart/report; report-type=delivery-status; boundary=\"report\"")
                .with("In-Reply-To", of.id());
    }
}
