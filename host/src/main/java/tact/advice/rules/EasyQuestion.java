package tact.advice.rules;

import tact.advice.Phrase;
import tact.mail.Mail;
import tact.mail.Subject;

/** A question on an earlier mail that one line answers. */
final class EasyQuestion {

    private static final int MAX_SUBJECT = 60;

    private EasyQuestion() {}

    /** Names the mail by its subject where that can stand in a sentence. */
    static Phrase on(Mail mail) {
        String subject = Subject.of(mail.subject()).text().strip();
        return subject.isEmpty() || subject.length() > MAX_SUBJECT
                ? Phrase.of("easy-question")
                : Phrase.of("easy-question.on", subject);
    }
}
