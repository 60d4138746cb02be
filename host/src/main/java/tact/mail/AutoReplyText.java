package tact.mail;

import java.util.List;

/**
 * Auto-replies and absence notes by what they say. Humans too say that they are away, so that without a field of the header
 * it takes a subject that only programs write, or several of a note's usual sentences together and nothing asked.
 */
final class AutoReplyText {

    private static final int MAX_NOTE_WORDS = 160;

    private AutoReplyText() {}

    /**
     * @param subject decoded
     * @param newText without quotes
     * @param known   whether the header already says that no human wrote it
     * @return null if it speaks for no machine
     */
    static Verdict verdict(String subject, String newText, boolean known) {
        Sentence about = Sentence.of(subject);
        List<Sentence> sentences = Sentence.all(newText);
        Phrases.Match awayMatch = Phrases.everywhere("away").in(sentences);
        Phrases.Match awaySubject = Phrases.everywhere("away-subject").in(about);
        boolean awayTitle = awaySubject != null && (awaySubject.first() == 0 || known);
        int autoTitle = startOfAutoSubject(about);
        if (known) {
            Phrases.Match weak = awayMatch != null ? awayMatch : Phrases.everywhere("away-weak").in(sentences);
            if (weak != null) {
                return new Verdict(AuthorKind.OUT_OF_OFFICE, weak.sentence().text());
            }
            if (awayTitle) {
                return new Verdict(AuthorKind.OUT_OF_OFFICE, "Subject: " + subject);
            }
            Phrases.Match gone = Phrases.everywhere("address-dead").in(sentences);
            if (gone != null) {
                return new Verdict(AuthorKind.BOUNCE, gone.sentence().text());
            }
            return automatic(about, sentences, autoTitle);
        }
        if (Subject.of(subject).isReply() && autoTitle < 0) {
            awayTitle = false;
        }
        if (autoTitle >= 0 && awayMatch == null) {
            awayMatch = Phrases.everywhere("away-weak").in(sentences);
        }
        boolean isWhole = awaySubject != null && awaySubject.end() == about.words().size();
        boolean isNoteTitle = awayTitle && !isQuestioned(sentences) && (isWhole || signs(sentences) > 0);
        if ((autoTitle >= 0 || isNoteTitle) && awayMatch != null) {
            return new Verdict(AuthorKind.OUT_OF_OFFICE, awayMatch.sentence().text());
        }
        if (autoTitle >= 0) {
            return new Verdict(AuthorKind.AUTO_REPLY, "Subject: " + subject);
        }
        Phrases.Match automatic = Phrases.everywhere("automatic").in(sentences);
        if (automatic != null && !isQuestioned(sentences)) {
            AuthorKind kind = awayMatch != null ? AuthorKind.OUT_OF_OFFICE : AuthorKind.AUTO_REPLY;
            return new Verdict(kind, (awayMatch != null ? awayMatch : automatic).sentence().text());
        }
        return awayMatch != null && isNote(sentences) ? new Verdict(AuthorKind.OUT_OF_OFFICE, awayMatch.sentence().text()) : null;
    }

    private static Verdict automatic(Sentence about, List<Sentence> sentences, int autoTitle) {
        Phrases.Match automatic = Phrases.everywhere("automatic").in(sentences);
        if (autoTitle >= 0) {
            return new Verdict(AuthorKind.AUTO_REPLY, "Subject: " + about.text());
        }
        Phrases.Match received = Phrases.everywhere("received").in(sentences);
        if (received != null) {
            return new Verdict(AuthorKind.AUTO_REPLY, received.sentence().text());
        }
        if (automatic == null) {
            automatic = Phrases.everywhere("no-reply").in(sentences);
        }
        return automatic == null ? null : new Verdict(AuthorKind.MACHINE, automatic.sentence().text());
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

    /** Who asks something wants to be answered: no machine does. */
    private static boolean isQuestioned(List<Sentence> sentences) {
        return sentences.stream().anyMatch(Sentence::isQuestion);
    }

    /** Away, and two more of: no access to mail, whom to turn to, when there will be an answer, thanks for the message. */
    private static boolean isNote(List<Sentence> sentences) {
        int words = sentences.stream().mapToInt(sentence -> sentence.words().size()).sum();
        if (words > MAX_NOTE_WORDS || isQuestioned(sentences)) {
            return false;
        }
        return signs(sentences) >= 2;
    }

    private static int signs(List<Sentence> sentences) {
        int signs = 0;
        for (String section : List.of("no-access", "contact", "will-answer", "thanks-for-message")) {
            signs += Phrases.everywhere(section).in(sentences) == null ? 0 : 1;
        }
        return signs;
    }
}
