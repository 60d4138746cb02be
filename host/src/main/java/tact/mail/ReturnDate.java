package tact.mail;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The first day back that an absence note names: where it says when its author is back, else up to when they are away, else
 * the end of a range. Days that can be read in two ways, are past, or lie over a year ahead are not read.
 */
final class ReturnDate {

    /** Words before a day within which stands what it is about. */
    private static final int CUE_WORDS = 6;
    /** Countries whose people write the day before the month, in English too. */
    private static final Set<String> DAY_FIRST_DOMAINS =
            Set.of("uk", "ie", "au", "nz", "in", "za", "eu", "de", "fr", "nl", "it", "es", "at", "ch", "be", "pl", "pt");
    private static final Set<String> MONTH_FIRST_DOMAINS = Set.of("us", "edu", "gov", "mil");

    private final String language;
    private final LocalDate written;
    private final Dates.SlashOrder order;
    private LocalDate back;
    private LocalDate until;
    private boolean isEndless;

    private ReturnDate(String language, LocalDate written, Dates.SlashOrder order) {
        this.language = language;
        this.written = written;
        this.order = order;
    }

    /**
     * @param language of the note; null if unknown
     * @param written  the day it was written
     * @param offset   of the place where it was written
     * @return null where none is named, or not clearly
     */
    static LocalDate of(
            String subject, List<Sentence> sentences, String language, LocalDate written, ZoneOffset offset, Address from) {
        List<String> languages = new ArrayList<>(Phrases.LANGUAGES);
        if (language != null) {
            languages.remove(language);
            languages.add(0, language);
        }
        Dates.SlashOrder order = order(from, offset);
        for (String candidate : languages) {
            ReturnDate reader = new ReturnDate(candidate, written, order);
            sentences.forEach(reader::read);
            if (reader.back == null && reader.until == null && !reader.isEndless) {
                reader.read(Sentence.of(subject));
            }
            if (reader.back != null) {
                return reader.back;
            }
            if (reader.isEndless || reader.until != null) {
                return reader.isEndless ? null : reader.until;
            }
        }
        return null;
    }

    /** Whose English has which order: by the country of the address, and for American domains by the clock as well. */
    private static Dates.SlashOrder order(Address from, ZoneOffset offset) {
        String domain = from.spec().substring(from.spec().lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        if (DAY_FIRST_DOMAINS.contains(domain)) {
            return Dates.SlashOrder.DAY_FIRST;
        }
        boolean isAmerican = MONTH_FIRST_DOMAINS.contains(domain) && offset.getTotalSeconds() <= -4 * 3600;
        return isAmerican ? Dates.SlashOrder.MONTH_FIRST : Dates.SlashOrder.UNKNOWN;
    }

    private void read(Sentence sentence) {
        isEndless |= phrases("no-end").in(sentence) != null;
        List<Dates.Found> days = Dates.in(language).find(sentence, written, order);
        Phrases.Match comesBack = days.isEmpty() ? null : phrases("back").in(sentence);
        Dates.Found before = null;
        Dates.Found after = null;
        for (int i = 0; i < days.size(); i++) {
            Dates.Found day = days.get(i);
            if (isEnd(sentence, day, i > 0 ? days.get(i - 1) : null)) {
                end(sentence, day.day());
            } else if (comesBack != null && day.first() >= comesBack.first()) {
                after = after == null ? day : after;
            } else if (comesBack != null && day.first() < comesBack.first()) {
                before = day;
            }
        }
        // "I will be back on 5 May", or in other languages "On 5 May I am here again".
        Dates.Found named = after != null ? after : before;
        boolean isLater = named != null && (until == null || after != null || named.day().isAfter(until));
        if (isLater && isPlausible(named.day()) && back == null) {
            back = named.day();
        }
    }

    private void end(Sentence sentence, LocalDate day) {
        boolean inclusive = phrases("inclusive").in(sentence) != null;
        if (isPlausible(day) && (until == null || day.isAfter(until))) {
            until = inclusive ? day.plusDays(1) : day;
        }
    }

    private boolean isPlausible(LocalDate day) {
        return !day.isBefore(written) && day.isBefore(written.plusDays(367));
    }

    /** "until 5 May", or the second day of a range: "1 to 5 May", "1.5. - 5.5.", "between 1 May and 5 May". */
    private boolean isEnd(Sentence sentence, Dates.Found day, Dates.Found earlier) {
        if (day.isRange() || cue("until", sentence, day) >= 0) {
            return true;
        }
        int range = cue("range", sentence, day);
        int firstOfRange = range >= 0 ? range : isAfterHyphen(sentence, day) ? day.first() : -1;
        if (firstOfRange <= 0) {
            return false;
        }
        return Dates.isDayNumber(sentence.words().get(firstOfRange - 1))
                || earlier != null && firstOfRange - earlier.end() <= 1 && day.day().isAfter(earlier.day());
    }

    private static boolean isAfterHyphen(Sentence sentence, Dates.Found day) {
        int start = sentence.starts().get(day.first());
        String before = sentence.text().substring(Math.max(0, start - 4), start);
        return before.contains("-") || before.contains("–") || before.contains("—");
    }

    /** Index of the first word of a cue that only articles and weekdays part from a day; -1 if there is none. */
    private int cue(String section, Sentence sentence, Dates.Found day) {
        Phrases cues = phrases(section);
        for (int i = Math.max(0, day.first() - CUE_WORDS); i < day.first(); i++) {
            int end = cues.at(sentence, i);
            if (end > 0 && isFiller(sentence, end, day.first())) {
                return i;
            }
        }
        return -1;
    }

    private boolean isFiller(Sentence sentence, int from, int to) {
        for (int i = from; i < to; i++) {
            boolean filler = Dates.in(language).isWeekday(sentence.words().get(i))
                    || phrases("filler").at(sentence, i) > 0
                    || phrases("of").at(sentence, i) > 0
                    || phrases("inclusive").at(sentence, i) > 0;
            if (!filler) {
                return false;
            }
        }
        return true;
    }

    private Phrases phrases(String section) {
        return Phrases.of(language, section);
    }
}
