package tact.annotation;

/**
 * What a displayed mail shows. All null when nobody was asked on its thread.
 *
 * @param badge    "2/3": two of three tries are unanswered; null also when none is
 * @param text     the badge with its standing: "2/3 · waiting 2 days · due Thu 3 Dec"
 * @param title    the same in a sentence, with the person and the date
 * @param severity how it is coloured
 * @param standing id of the standing
 */
public record Counter(String badge, String text, String title, String severity, String standing) {

    /** Of a mail on whose thread nobody was asked. */
    public static final Counter NONE = new Counter(null, null, null, null, null);

    Counter withText(String other) {
        return new Counter(badge, other, title, severity, standing);
    }
}
