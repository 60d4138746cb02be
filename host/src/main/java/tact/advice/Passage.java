package tact.advice;

/** The passages of the article that rules cite; a page of each rule quotes its passage. */
public enum Passage {
    WAIT_A_WEEK_OR_TWO("wait-a-week-or-two"),
    INCLUDE_THE_FIRST_MAIL("include-the-first-mail"),
    ONE_MORE_WEEK_LAST_TIME("one-more-week-last-time"),
    THREE_TRIES("three-tries"),
    STALKER_STATUS("stalker-status");

    private final String id;

    Passage(String id) {
        this.id = id;
    }

    /** Its stable name. */
    public String id() {
        return id;
    }
}
