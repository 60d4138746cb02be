package tact.mail;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Auto-replies and absence notes by what they say. Humans too say that they are away, so that without a field of the header
 * it takes a subject that only programs write, a sentence that says it is automatic, the weight of an {@link AnsweringNote}, or
 * a {@link NoteImpression}.
 */
final class AutoReplyText {

    private static final Pattern TICKET = Pattern.compile(
            "(?i)[\\[(#](?:\\p{L}{2,20}[ -]?(?:no\\.? ?|id:? ?|nr\\.? ?)?)?[#:]? ?[A-Z]{0,6}-?\\d{3,20}[\\])]?"
                    + "|\\b(?:ticket|case|request|vorgang|anfrage|incident|fall|störung|demande|dossier|incidencia|solicitud|"
                    + "pratica|richiesta|segnalazione|melding|aanvraag|verzoek|pedido|incidente|zgłoszenie|sprawa)\\b.{0,12}\\d{3,20}");

    private final String subject;
    private final Sentence about;
    private final List<Sentence> sentences;
    private final int autoTitle;

    /**
     * @param subject decoded
     * @param newText without quotes
     */
    AutoReplyText(String subject, String newText) {
        this.subject = subject;
        this.about = Sentence.of(subject);
        this.sentences = Sentence.all(newText);
        this.autoTitle = startOfAutoSubject(about);
    }

    /** What it says where the header tells that no human wrote it; null if it does not say what it is. */
    Verdict ofMachine() {
        Phrases.Match away = first("away", "away-weak");
        if (away != null) {
            return new Verdict(AuthorKind.OUT_OF_OFFICE, away.sentence().text());
        }
        if (Phrases.everywhere("away-subject").in(about) != null) {
            return new Verdict(AuthorKind.OUT_OF_OFFICE, "Subject: " + subject);
        }
        Phrases.Match gone = first("address-dead");
        if (gone != null) {
            return new Verdict(AuthorKind.BOUNCE, gone.sentence().text());
        }
        Phrases.Match received = first("received", "mailbox");
        Sentence day = received == null ? AnsweringNote.sentenceWithDay(sentences) : null;
        if (day != null) {
            return new Verdict(AuthorKind.OUT_OF_OFFICE, day.text());
        }
        if (autoTitle >= 0) {
            return new Verdict(AuthorKind.AUTO_REPLY, "Subject: " + subject);
        }
        if (received != null) {
            return new Verdict(AuthorKind.AUTO_REPLY, received.sentence().text());
        }
        Phrases.Match automatic = first("automatic", "no-reply");
        return automatic == null ? null : new Verdict(AuthorKind.MACHINE, automatic.sentence().text());
    }

    /**
     * What it says where the header tells nothing; null if it speaks for no machine.
     *
     * @param note  the same text, to be weighed
     * @param hints how many fields of the header point to a machine without proving it
     */
    Verdict ofAnyone(Address from, AnsweringNote note, int hints) {
        Phrases.Match away = first("away");
        Phrases.Match weak = away != null ? away : first("away-weak");
        // "Absence: ..." a human writes as well.
        boolean isHumansTitle = autoTitle >= 0 && Phrases.everywhere("away-subject").at(about, 0) > 0;
        if (autoTitle >= 0 && (!isHumansTitle || note.isPossible())) {
            boolean isAway = weak != null || Phrases.everywhere("away-subject").in(about) != null
                    || first("received", "mailbox") == null && AnsweringNote.sentenceWithDay(sentences) != null;
            String evidence = weak != null ? weak.sentence().text() : "Subject: " + subject;
            return new Verdict(isAway ? AuthorKind.OUT_OF_OFFICE : AuthorKind.AUTO_REPLY, evidence);
        }
        Phrases.Match automatic = first("automatic");
        if (automatic == null && beginsAsAutomatic()) {
            automatic = new Phrases.Match(sentences.get(0), 0, 1);
        }
        boolean ticket = hasTicket();
        if (automatic != null && !note.isQuestioned()) {
            AuthorKind kind = away != null ? AuthorKind.OUT_OF_OFFICE : ticket ? AuthorKind.MACHINE : AuthorKind.AUTO_REPLY;
            return new Verdict(kind, (away != null ? away : automatic).sentence().text());
        }
        boolean isTitled = Phrases.everywhere("away-subject").in(about) != null && !Subject.of(subject).isReply();
        // The whole subject is of the note's own, and the mail answers one all the same: programs do so.
        if (hints > 0 && note.isForNobody()) {
            if (isTitle("away-title")) {
                String evidence = weak != null ? weak.sentence().text() : "Subject: " + subject;
                return new Verdict(AuthorKind.OUT_OF_OFFICE, evidence);
            }
            if (isTitle("receipt-title")) {
                return new Verdict(ticket ? AuthorKind.MACHINE : AuthorKind.AUTO_REPLY, "Subject: " + subject);
            }
        }
        boolean isBare = weak != null && (isTitled || hints > 0) && note.isBare();
        boolean isOfAbsence = (isTitled ? weak != null : away != null) && note.isOfAbsence(isTitled, hints);
        if (isBare || isOfAbsence || away != null && note.isBilingual()) {
            return new Verdict(AuthorKind.OUT_OF_OFFICE, weak.sentence().text());
        }
        if (note.isOfReceipt(about, from, ticket, hints)) {
            Phrases.Match received = first("received", "thanks-for-message", "mailbox");
            String evidence = received == null ? "Subject: " + subject : received.sentence().text();
            return new Verdict(ticket ? AuthorKind.MACHINE : AuthorKind.AUTO_REPLY, evidence);
        }
        if (note.isToEverybody(from, isTitled, hints)) {
            Sentence evidence = (weak == null ? first("to-everybody", "address-dead") : weak).sentence();
            return new Verdict(weak == null ? AuthorKind.AUTO_REPLY : AuthorKind.OUT_OF_OFFICE, evidence.text());
        }
        return null;
    }

    /** Whether the subject has such a title, in the note's words and not as what it answers. */
    private boolean isTitle(String section) {
        return !Subject.of(subject).isReply() && !Subject.isForward(subject)
                && Phrases.everywhere(section).in(about) != null;
    }

    /** What it sounds like as a whole, where its phrases leave it open; null if it sounds like a person. */
    Verdict ofImpression(AnsweringNote note) {
        NoteImpression impression = note.isLeftOpen() ? NoteImpression.of(sentences) : null;
        if (impression == null || !impression.isNote()) {
            return null;
        }
        Phrases.Match away = first("away", "away-weak");
        Sentence evidence = away != null ? away.sentence() : AnsweringNote.sentenceWithDay(sentences);
        return evidence != null
                ? new Verdict(AuthorKind.OUT_OF_OFFICE, evidence.text())
                : new Verdict(AuthorKind.AUTO_REPLY, impression.sentence().text());
    }

    /** "Automatic reply. The recipient is ...": such a title as the first sentence. */
    private boolean beginsAsAutomatic() {
        return !sentences.isEmpty()
                && startOfAutoSubject(sentences.get(0)) == sentences.get(0).words().size()
                && Phrases.everywhere("away-subject").at(sentences.get(0), 0) < 0;
    }

    /** Of a receipt from before RFC 8098: "Read: ..." and that it was; null if it is none. */
    Verdict ofReceipt() {
        int end = about.words().isEmpty() ? -1 : Phrases.everywhere("receipt-subject").at(about, 0);
        boolean isPrefix = end > 0 && end < about.words().size() && about.clause().get(end) > about.clause().get(end - 1);
        Phrases.Match read = isPrefix ? first("receipt") : null;
        return read == null || sentences.stream().anyMatch(Sentence::isQuestion)
                ? null
                : new Verdict(AuthorKind.RECEIPT, read.sentence().text());
    }

    /** Whether the subject numbers a request, as ticket systems do. */
    boolean hasTicket() {
        return TICKET.matcher(subject).find();
    }

    /** The first place of a phrase of these sections, the earlier section first; null if there is none. */
    private Phrases.Match first(String... sections) {
        for (String section : sections) {
            Phrases.Match match = Phrases.everywhere(section).in(sentences);
            if (match != null) {
                return match;
            }
        }
        return null;
    }

    /** Index of the word after a prefix that only answering machines write ("Automatic reply: ..."); -1 if there is none. */
    private static int startOfAutoSubject(Sentence subject) {
        if (subject.words().isEmpty()) {
            return -1;
        }
        int end = Phrases.everywhere("auto-subject").at(subject, 0);
        if (end < 0) {
            return -1;
        }
        boolean isWhole = end == subject.words().size();
        boolean isPrefix = !isWhole && subject.clause().get(end) > subject.clause().get(end - 1);
        return isWhole || isPrefix ? end : -1;
    }
}
