package tact.mail;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a scheduling mail does (RFC 5546): its method and, of a reply, the attendee's answer.
 *
 * @param method   upper case, such as REQUEST or REPLY
 * @param partStat of a REPLY, the answer in upper case, such as ACCEPTED; empty if there is none
 * @param start    the day of the (first) event; null if none can be read
 */
record CalendarPart(String method, String partStat, LocalDate start) {

    /** Methods by which a person does something towards the receiver; PUBLISH only shows a calendar. */
    private static final Set<String> ACTS = Set.of("REQUEST", "REPLY", "CANCEL", "COUNTER", "DECLINECOUNTER", "ADD", "REFRESH");
    private static final int MAX_TEXT = 64 * 1024;
    private static final Pattern FOLD = Pattern.compile("\\r?\\n[ \\t]");
    private static final Pattern METHOD = Pattern.compile("(?im)^METHOD:[ \\t]*([A-Z]{1,20})");
    private static final Pattern PARTSTAT = Pattern.compile("(?im)^ATTENDEE[^\\r\\n]{0,500}?;PARTSTAT=\"?([A-Z-]{1,20})");
    private static final Pattern START =
            Pattern.compile("(?im)^BEGIN:VEVENT[\\s\\S]{0,8000}?^DTSTART[^:\\r\\n]{0,200}:(\\d{4})(\\d{2})(\\d{2})");

    /**
     * @param parameter the method parameter of the part (RFC 6047); empty if there is none
     * @return null if it is no act of scheduling
     */
    static CalendarPart of(String text, String parameter) {
        if (text.isBlank()) {
            return null;
        }
        String unfolded = FOLD.matcher(text.substring(0, Math.min(text.length(), MAX_TEXT))).replaceAll("");
        Matcher stated = METHOD.matcher(unfolded);
        String method = (stated.find() ? stated.group(1) : parameter).toUpperCase(Locale.ROOT);
        if (!ACTS.contains(method)) {
            return null;
        }
        Matcher answer = PARTSTAT.matcher(unfolded);
        String partStat = method.equals("REPLY") && answer.find() ? answer.group(1).toUpperCase(Locale.ROOT) : "";
        return new CalendarPart(method, partStat, start(unfolded));
    }

    private static LocalDate start(String unfolded) {
        Matcher start = START.matcher(unfolded);
        try {
            return start.find()
                    ? LocalDate.of(Integer.parseInt(start.group(1)), Integer.parseInt(start.group(2)), Integer.parseInt(start.group(3)))
                    : null;
        } catch (DateTimeException e) {
            return null;
        }
    }

    String evidence() {
        return "METHOD:" + method + (partStat.isEmpty() ? "" : " PARTSTAT=" + partStat);
    }
}
