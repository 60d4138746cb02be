package tact.advice;

import tact.mail.Mail;

/** An edit of the draft that would settle an advice; done by the extension, in one step that one undo takes back. */
public sealed interface Fix {

    /**
     * Quote the first mail under the text.
     *
     * @param mail the one to quote; its text is fetched by the extension, since the ledger does not have it
     */
    record InsertFirstMail(Mail mail) implements Fix {}
}
