package tact.advice;

import java.time.LocalDate;
import java.util.Objects;
import tact.mail.Address;
import tact.mail.Mail;

/**
 * An edit that would settle an advice; done by the extension, in one step that one undo takes back. Its words are said in the
 * draft's language.
 */
public sealed interface Fix {

    /**
     * Quote the first mail under the text.
     *
     * @param mail the one to quote; its text is fetched by the extension, since the ledger does not have it
     */
    record InsertFirstMail(Mail mail) implements Fix {
        public InsertFirstMail {
            Objects.requireNonNull(mail);
        }
    }

    /**
     * Put other words in place of some.
     *
     * @param with null to leave them out
     */
    record Replace(Range range, Phrase with) implements Fix {
        public Replace {
            Objects.requireNonNull(range);
        }
    }

    /** Add a sentence of its own at the end of the new text, before the closing words where there are some. */
    record AddSentence(Phrase sentence) implements Fix {
        public AddSentence {
            Objects.requireNonNull(sentence);
        }
    }

    /** Give the draft another subject. */
    record SetSubject(String subject) implements Fix {
        public SetSubject {
            Objects.requireNonNull(subject);
        }
    }

    /** Send the draft on its day, or be reminded of it then. */
    record SendOn(LocalDate day) implements Fix {
        public SendOn {
            Objects.requireNonNull(day);
        }
    }

    /** Open a new mail to somebody else. */
    record WriteTo(Address to, Phrase subject, Phrase body) implements Fix {
        public WriteTo {
            Objects.requireNonNull(to);
            Objects.requireNonNull(subject);
            Objects.requireNonNull(body);
        }
    }
}
