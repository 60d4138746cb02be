package tact.advice;

import tact.event.Priority;
import tact.mail.Writing;

/** What the one mail says that may follow a firm no: situation 2 of the article. */
public final class AfterNo {

    /** A mere thank-you is no longer. */
    private static final int MAX_WORDS_OF_THANKS = 60;
    /** So many words after "because" can be a reason. */
    private static final int MIN_WORDS_OF_REASON = 4;

    private AfterNo() {}

    /**
     * Whether the draft is such a mail, to the one person or to an important one whom the user found without help. Whoever
     * was introduced had better ask the introducer.
     */
    public static boolean isWritten(Situation situation) {
        Priority priority = situation.contact().course().priority();
        return situation.isDeclined()
                && !situation.isPastBudget()
                && !situation.continuesAttempt()
                && (priority == Priority.THE_ONE || priority == Priority.IMPORTANT)
                && situation.contact().course().introducer().isEmpty();
    }

    /** Whether it thanks them. */
    public static boolean thanks(Writing writing) {
        return writing.says("thanks");
    }

    /** Whether it thanks them and asks for nothing. */
    public static boolean isMereThanks(Writing writing) {
        return thanks(writing)
                && writing.words() <= MAX_WORDS_OF_THANKS
                && writing.sentences().stream().noneMatch(Writing.Said::isQuestion)
                && !writing.says("request")
                && !writing.says("asks-again");
    }

    /** Whether it gives a reason, with something behind the "because". */
    public static boolean givesReason(Writing writing) {
        return writing.says("reason-given")
                || writing.find("reason").stream().anyMatch(found -> found.wordsAfter() >= MIN_WORDS_OF_REASON);
    }

    /** Whether it names a short meeting. */
    public static boolean isShort(Writing writing) {
        return writing.says("short-meeting");
    }

    /** Whether it leaves the time to them. */
    public static boolean leavesTime(Writing writing) {
        return writing.says("their-time") || writing.says("their-choice");
    }

    /** Whether it leaves the place to them. */
    public static boolean leavesPlace(Writing writing) {
        return writing.says("their-place") || writing.says("their-choice");
    }
}
