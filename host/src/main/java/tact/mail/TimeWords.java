package tact.mail;

import java.time.DayOfWeek;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Pattern;

/** The words of a proposed time in one language, and which of them have been understood. */
final class TimeWords {

    /** Words between a preposition and what it belongs to: "Mitte bis Ende der". */
    private static final int MAX_BETWEEN = 3;
    private static final Pattern DAY = Pattern.compile("\\d{1,2}(?:st|nd|rd|th)?");

    private final Sentence sentence;
    private final List<String> words;
    private final String language;
    private final BitSet known = new BitSet();

    TimeWords(Sentence sentence, String language) {
        this.sentence = sentence;
        this.words = sentence.words();
        this.language = language;
    }

    Sentence sentence() {
        return sentence;
    }

    List<String> words() {
        return words;
    }

    String language() {
        return language;
    }

    Phrases phrases(String section) {
        return Phrases.of(language, section);
    }

    /** Whether it may be the number of a day or a week: "14", "14th". */
    static boolean isDay(String word) {
        return DAY.matcher(word).matches();
    }

    /** The number of such a word. */
    static int number(String word) {
        return Integer.parseInt(word.replaceAll("\\D", ""));
    }

    static boolean isNumber(String word) {
        return Character.isDigit(word.charAt(0));
    }

    /** Marks the words from first to before end as understood. */
    void know(int first, int end) {
        known.set(first, end);
    }

    boolean isKnown(int word) {
        return known.get(word);
    }

    /** Whether such a phrase begins before a word, and no number and few words part them. */
    boolean precedes(String section, int at) {
        return preceding(section, at) >= 0;
    }

    /** Index of the first word of the first such phrase; -1 if there is none. */
    int preceding(String section, int at) {
        for (Phrases.Match match : Phrases.of(language, section).all(sentence)) {
            boolean isNear = match.first() < at && at - match.end() <= MAX_BETWEEN;
            if (isNear && words.subList(Math.min(match.end(), at), at).stream().noneMatch(TimeWords::isNumber)) {
                return match.first();
            }
        }
        return -1;
    }

    /** A number in digits or in words; null if it is none. */
    Integer count(String word) {
        boolean isNumber = word.length() <= 3 && word.chars().allMatch(c -> c >= '0' && c <= '9');
        return isNumber ? Integer.valueOf(word) : nth("numbers", word);
    }

    /** The first weekday; null if none is named. */
    DayOfWeek weekday() {
        return words.stream().map(this::weekday).filter(day -> day != null).findFirst().orElse(null);
    }

    /** "Dienstag", in one word with a time of day "Dienstagnachmittag"; abbreviations are too short to be sure of. */
    DayOfWeek weekday(String word) {
        int number = 0;
        for (String line : Phrases.lines(language, "weekdays")) {
            number++;
            for (String name : Sentence.of(line).words()) {
                boolean begins = name.length() > 3 && word.startsWith(name);
                if (begins && (word.equals(name) || nth("time-of-day", word.substring(name.length())) != null)) {
                    return DayOfWeek.of(number);
                }
            }
        }
        return null;
    }

    /** Number of the line of a section that has the word; null if none has. */
    Integer nth(String section, String word) {
        int number = 0;
        for (String line : Phrases.lines(language, section)) {
            number++;
            if (Sentence.of(line).words().contains(word)) {
                return number;
            }
        }
        return null;
    }

    /** Index of the word after the phrase that begins at a word; -1 if none does. */
    int end(String section, int at) {
        return Phrases.of(language, section).at(sentence, at);
    }

    /** Marks the words of the phrases of a section as understood; whether there are any. */
    boolean know(String section) {
        List<Phrases.Match> matches = Phrases.of(language, section).all(sentence);
        matches.forEach(match -> known.set(match.first(), match.end()));
        return !matches.isEmpty();
    }

    /** Where a part of a span is named, before it or in one word with it ("Spätsommer"); -1 if it is not. */
    int part(String section, Spans.Named named) {
        int inside = -1;
        for (int i = named.first(); i < named.end() && inside < 0; i++) {
            inside = end(section, i) > 0 ? i : -1;
        }
        int before = preceding(section, named.first());
        return before >= 0 ? before : inside;
    }
}
