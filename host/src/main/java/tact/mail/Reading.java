package tact.mail;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;

/**
 * What was understood of a mail.
 *
 * @param verdict      who wrote it, and how one can tell
 * @param newText      what its author added, without quotes, signature, disclaimer; never stored
 * @param language     of the new text, such as "de"; null where it tells none
 * @param meaning      of a human's mail; null of others
 * @param proposedDay  of a yes the day to meet, of a not-now the day to ask again; null where none can be told
 * @param introduces   whether a human makes two people known to each other
 * @param asks         whether it asks something that waits for an answer; true where that cannot be told
 * @param returnDate   of an absence note, the first day back; null where none is named
 * @param substitutes  of an absence note, addresses to turn to
 * @param originalMail of a bounce or a delay, the mail it is about; null where it does not say
 */
public record Reading(
        Verdict verdict,
        String newText,
        String language,
        Meaning meaning,
        LocalDate proposedDay,
        boolean introduces,
        boolean asks,
        LocalDate returnDate,
        List<Address> substitutes,
        MessageId originalMail) {

    public Reading {
        Objects.requireNonNull(verdict);
        Objects.requireNonNull(newText);
        substitutes = List.copyOf(substitutes);
    }

    /**
     * @param offset   the author's time zone: decides on which day the mail was written
     * @param calendar null if it is no scheduling mail
     */
    static Reading of(Verdict verdict, Mail mail, String newText, ZoneOffset offset, CalendarPart calendar, MessageId original) {
        String own = NewText.withoutQuotes(newText);
        List<Sentence> sentences = Sentence.all(own);
        String language = Language.of(sentences);
        LocalDate written = mail.date().atOffset(offset).toLocalDate();
        boolean isAway = verdict.kind() == AuthorKind.OUT_OF_OFFICE;
        Meaning meaning = verdict.kind().isHuman() ? Meaning.of(sentences, language, calendar) : null;
        return new Reading(
                verdict,
                newText,
                language,
                meaning,
                meaning == null || meaning.proposedTime() == null
                        ? null
                        : ProposedDay.of(meaning.proposedTime(), language, written),
                verdict.kind() == AuthorKind.HUMAN && Introduction.isIn(sentences, language),
                !Closing.isAll(sentences, language),
                isAway ? ReturnDate.of(mail.subject(), sentences, language, written, offset, mail.from()) : null,
                isAway ? Substitutes.of(sentences, mail) : List.of(),
                original);
    }
}
