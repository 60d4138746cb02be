package tact.advice;

/** The passages of the article that rules cite ({@code design/passages.md}); a page of each rule quotes its passages. */
public enum Passage {
    PERSIST_WITHOUT_ANNOYING("persist-without-annoying"),
    WAIT_A_WEEK_OR_TWO("wait-a-week-or-two"),
    INCLUDE_THE_FIRST_MAIL("include-the-first-mail"),
    ONE_MORE_WEEK_LAST_TIME("one-more-week-last-time"),
    LET_GO("let-go"),
    URGENT_WITH_DEADLINE("urgent-with-deadline"),
    MEETING_SOMEONE_IS_NOT_URGENT("meeting-someone-is-not-urgent"),
    SHORT_CALL("short-call"),
    TWO_OR_THREE_SENTENCES("two-or-three-sentences"),
    DOES_NO_MEAN_NO("does-no-mean-no"),
    PRIORITY("priority"),
    THANK_THEM("thank-them"),
    COMPELLING_REASON("compelling-reason"),
    QUICK_MEETING_AT_THEIR_CONVENIENCE("quick-meeting-at-their-convenience"),
    FOUND_OR_INTRODUCED("found-or-introduced"),
    DO_NOT_ENDANGER_THE_INTRODUCER("do-not-endanger-the-introducer"),
    ASK_THE_INTRODUCER("ask-the-introducer"),
    SILENCE_MEANS_BUSY("silence-means-busy"),
    ASK_THEIR_SCHEDULE("ask-their-schedule"),
    AGREE_A_CHECK_IN("agree-a-check-in"),
    SAME_MODEL_AFTER_A_MEETING("same-model-after-a-meeting"),
    THREE_TRIES("three-tries"),
    STALKER_STATUS("stalker-status"),
    INTRODUCING_PEOPLE_WHO_MIGHT_HELP("introducing-people-who-might-help"),
    GUT_CHECK("gut-check"),
    MAD_OR_THANKFUL("mad-or-thankful");

    private final String id;

    Passage(String id) {
        this.id = id;
    }

    /** Its stable name. */
    public String id() {
        return id;
    }
}
