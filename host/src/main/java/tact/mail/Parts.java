package tact.mail;

/** What a walk through the parts of a mail finds; parts of mails inside it are left out but for what names the returned mail. */
final class Parts {

    /** The mail's own header. */
    final Header header = new Header();
    final StringBuilder plain = new StringBuilder();
    final StringBuilder html = new StringBuilder();
    /** message/delivery-status (RFC 3464). */
    final StringBuilder deliveryStatus = new StringBuilder();
    /** text/calendar (RFC 5546) and what stands for it. */
    final StringBuilder calendar = new StringBuilder();
    /** The header of the first mail inside, or of a text/rfc822-headers part. */
    final Header returned = new Header();
    /** The method parameter of the calendar part (RFC 6047); empty if there is none. */
    String calendarMethod = "";
    /** report-type of a multipart/report; empty if it is none. */
    String reportType = "";
    /** Whether there is a message/disposition-notification (RFC 8098). */
    boolean hasDisposition;
    /** Whether there is a message/feedback-report (RFC 5965). */
    boolean hasFeedback;
    /** Whether it is a multipart/digest (RFC 2046). */
    boolean isDigest;
}
