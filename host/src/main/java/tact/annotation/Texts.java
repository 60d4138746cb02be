package tact.annotation;

import java.text.MessageFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.regex.Pattern;
import tact.advice.Phrase;

/** The host's words in one language: {@code messages_<lang>.properties}. */
public final class Texts {

    /** The languages there are; the first one serves for all others. */
    public static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.GERMAN);

    private static final String BUNDLE = "tact.messages";
    private static final int MAX_ARGUMENT = 120;
    /** Control characters and those that turn the direction of text: a name from a mail must not rearrange a sentence. */
    private static final Pattern UNSAFE =
            Pattern.compile("[\\p{Cntrl}\\u061c\\u200e\\u200f\\u2028-\\u202e\\u2066-\\u2069]+");

    private final Locale language;
    private final ResourceBundle messages;
    private final DateTimeFormatter day;
    private final DateTimeFormatter fullDay;
    private final DateTimeFormatter attribution;

    /** @param region the language with the country whose dates it writes; may have none */
    private Texts(Locale language, Locale region) {
        this.language = language;
        this.messages = ResourceBundle.getBundle(
                BUNDLE, region, ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        this.day = format("date.day", region);
        this.fullDay = format("date.full", region);
        this.attribution = format("date.attribution", region);
    }

    private DateTimeFormatter format(String key, Locale region) {
        return DateTimeFormatter.ofPattern(messages.getString(key), region);
    }

    /** The words in the language that fits best, by its language code, with dates as its country writes them. */
    public static Texts in(Locale wanted) {
        return LANGUAGES.stream()
                .filter(language -> language.getLanguage().equals(wanted.getLanguage()))
                .findFirst()
                .map(language -> new Texts(language, wanted))
                .orElseGet(() -> new Texts(LANGUAGES.get(0), LANGUAGES.get(0)));
    }

    /** The language it speaks. */
    public Locale language() {
        return language;
    }

    /** Whether this is the language it speaks. */
    boolean speaks(Locale other) {
        return language.getLanguage().equals(other.getLanguage());
    }

    /**
     * A phrase in words.
     *
     * @throws java.util.MissingResourceException if the language lacks it, which a test rules out
     */
    public String say(Phrase phrase) {
        Object[] arguments = phrase.arguments().stream().map(this::argument).toArray();
        return new MessageFormat(messages.getString(phrase.key()), language).format(arguments);
    }

    /** {@link #say(Phrase)} of a key and its arguments. */
    public String say(String key, Object... arguments) {
        return say(Phrase.of(key, arguments));
    }

    /** A day with weekday and year: "Mon 2 Nov 2026". */
    public String fullDay(LocalDate date) {
        return fullDay.format(date);
    }

    /** A moment as an attribution line names it: "2 Nov 2026 at 09:00". */
    public String moment(Instant instant, ZoneId zone) {
        return attribution.format(instant.atZone(zone));
    }

    private Object argument(Object argument) {
        if (argument instanceof LocalDate date) {
            return day.format(date);
        }
        if (argument instanceof String text) {
            return plain(text);
        }
        return argument;
    }

    /** Somebody else's words as they can stand among others: short, on one line, in the direction of those. */
    static String plain(String text) {
        String safe = UNSAFE.matcher(text).replaceAll(" ").strip();
        return safe.length() > MAX_ARGUMENT ? safe.substring(0, MAX_ARGUMENT - 1) + "…" : safe;
    }
}
