package tact.mail;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The first day that a proposed time means ({@link Meaning#proposedTime()}): the earliest on which to come back to it
 * would not be too early. English and German. A {@link Span} stands for its first day; after it, and until its end, is
 * the day that follows it. A word that is not known makes the time unknown: "after the March conference" is not after
 * March.
 */
final class ProposedDay {

    private static final List<String> LANGUAGES = List.of("en", "de");
    private static final int MAX_YEARS = 2;
    /** Nobody names a time in more words. */
    private static final int MAX_WORDS = 16;
    private static final Pattern ISO = Pattern.compile("20\\d\\d-\\d\\d-\\d\\d");
    private static final Pattern SLASH = Pattern.compile("\\d/\\d");

    /** Sections of what may stand in a time without changing it here. */
    private static final List<String> KNOWN = List.of(
            "time-filler", "time-of-day", "of", "until", "coming", "after-next", "early", "mid", "late", "after",
            "before", "not-before", "tomorrow", "day-after-tomorrow", "today");

    private final TimeWords time;
    private final List<String> words;
    private final LocalDate written;
    private final Spans spans;

    private ProposedDay(TimeWords time, LocalDate written) {
        this.time = time;
        this.words = time.words();
        this.written = written;
        this.spans = new Spans(time, written);
    }

    /**
     * @param words    the time as a mail wrote it ("Ende Januar", "next Tuesday at 3"), or a day (ISO 8601)
     * @param language of the mail; null if unknown
     * @param written  the day the mail was written
     * @return null where the words name no day that can be computed ("nach den Ferien", "later"), one that is past,
     *         or one over two years ahead
     */
    static LocalDate of(String words, String language, LocalDate written) {
        if (ISO.matcher(words.strip()).matches()) {
            return plausible(isoDay(words.strip()), written);
        }
        Sentence sentence = Sentence.of(words);
        if (sentence.words().isEmpty() || sentence.words().size() > MAX_WORDS) {
            return null;
        }
        for (String candidate : LANGUAGES) {
            // 5/6 is clear in German, but whether it is German is not.
            boolean isGuess = candidate.equals("en") || !SLASH.matcher(words).find();
            boolean isRead = language == null ? isGuess : candidate.equals(language);
            LocalDate day = isRead ? new ProposedDay(new TimeWords(sentence, candidate), written).read() : null;
            if (plausible(day, written) != null) {
                return day;
            }
        }
        return null;
    }

    private static LocalDate isoDay(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static LocalDate plausible(LocalDate day, LocalDate written) {
        return day == null || day.isBefore(written) || day.isAfter(written.plusYears(MAX_YEARS)) ? null : day;
    }

    private LocalDate read() {
        KNOWN.forEach(time::know);
        Spans.Named named = spans.first();
        LocalDate day = day(named);
        // "30 February": a number that is no day of the month beside it.
        boolean isStrict = named != null && named.span().isMonth();
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            boolean isNumber = TimeWords.isNumber(word) && !isStrict || time.nth("numbers", word) != null;
            if (!isNumber && !time.isKnown(i) && time.weekday(word) == null) {
                return null;
            }
        }
        return day;
    }

    private LocalDate day(Spans.Named named) {
        LocalDate ahead = ahead();
        if (ahead != null) {
            return ahead;
        }
        Dates.Found date = Dates.in(time.language()).find(time.sentence(), written, Dates.SlashOrder.UNKNOWN).stream()
                .filter(this::hasDayNumber)
                .findFirst()
                .orElse(null);
        if (date != null) {
            time.know(date.first(), date.end());
            return around(firstDay(date), date.day().plusDays(1), date.first());
        }
        LocalDate feast = feast();
        if (feast != null) {
            return feast;
        }
        Phrases.Match numbered = numbered(named);
        if (numbered != null) {
            return numbered(numbered, named);
        }
        return named == null ? weekdayOrTomorrow() : within(named);
    }

    /** "in March 2027" names no day, "5 March" does. */
    private boolean hasDayNumber(Dates.Found date) {
        return words.subList(date.first(), date.end()).stream().anyMatch(TimeWords::isDay);
    }

    /** Of "May 5 to 8", "14.-16. Dezember", "the 5th or 6th of May" the first. */
    private LocalDate firstDay(Dates.Found date) {
        if (date.isRange()) {
            return date.day().withDayOfMonth(TimeWords.number(words.get(date.first() + 1)));
        }
        int before = date.first() - 1;
        before = before > 0 && time.end("or", before) > 0 ? before - 1 : before;
        if (before < 0 || !TimeWords.isDay(words.get(before))) {
            return date.day();
        }
        time.know(before, date.first());
        int day = TimeWords.number(words.get(before));
        return day > 0 && day < date.day().getDayOfMonth() ? date.day().withDayOfMonth(day) : date.day();
    }

    /** After it the day that follows; before it, or since it, none; else itself. */
    private LocalDate around(LocalDate day, LocalDate following, int at) {
        if (time.precedes("after", at)) {
            return following;
        }
        return time.precedes("before", at) && !time.precedes("not-before", at) ? null : day;
    }

    /** "in two weeks", "in zwei bis drei Wochen", "Montag in einer Woche", "two months from now"; else null. */
    private LocalDate ahead() {
        for (int i = 0; i < words.size(); i++) {
            int cue = time.end("ahead", i);
            int from = cue > 0 ? cue : i;
            Integer count = from < words.size() ? time.count(words.get(from)) : null;
            if (count == null) {
                continue;
            }
            int unit = from + 1;
            int or = unit < words.size() ? time.end("or", unit) : -1;
            if (or > 0 && or < words.size() && time.count(words.get(or)) != null) {
                unit = or + 1;
            } else if (unit < words.size() && time.count(words.get(unit)) != null) {
                unit++;
            }
            boolean isAhead = cue > 0 || unit + 1 < words.size() && time.end("from-now", unit + 1) > 0;
            LocalDate day = isAhead && unit < words.size() ? later(words.get(unit), count) : null;
            if (day != null) {
                time.know(i, unit + 1);
                time.know("or");
                time.know("from-now");
                return day;
            }
        }
        if (time.know("fortnight-ahead")) {
            return written.plusWeeks(2);
        }
        if (time.know("quarter-year-ahead")) {
            return written.plusMonths(3);
        }
        return time.know("half-year-ahead") ? written.plusMonths(6) : null;
    }

    private LocalDate later(String unit, int count) {
        if (time.nth("day", unit) != null) {
            return written.plusDays(count);
        }
        if (time.nth("week", unit) != null) {
            DayOfWeek weekday = time.weekday();
            return (weekday == null ? written : written.with(TemporalAdjusters.next(weekday))).plusWeeks(count);
        }
        if (time.nth("month", unit) != null) {
            return written.plusMonths(count);
        }
        return time.nth("years", unit) != null ? written.plusYears(count) : null;
    }

    /** The day after a feast: Christmas (two days), Epiphany, Easter and Pentecost with their Mondays. */
    private LocalDate feast() {
        if (time.know("after-christmas")) {
            return next(year -> LocalDate.of(year, Month.DECEMBER, 27));
        }
        if (time.know("after-epiphany")) {
            return next(year -> LocalDate.of(year, Month.JANUARY, 7));
        }
        if (time.know("after-easter")) {
            return next(year -> easter(year).plusDays(2));
        }
        return time.know("after-pentecost") ? next(year -> easter(year).plusDays(51)) : null;
    }

    private LocalDate next(IntFunction<LocalDate> ofYear) {
        Integer year = spans.year();
        if (year != null) {
            return ofYear.apply(year);
        }
        LocalDate day = ofYear.apply(written.getYear());
        return day.isAfter(written) ? day : ofYear.apply(written.getYear() + 1);
    }

    /** Easter Sunday, by the Gregorian computus in the form of Meeus, Jones and Butcher. */
    private static LocalDate easter(int year) {
        int golden = year % 19;
        int century = year / 100;
        int ofCentury = year % 100;
        int epact = (19 * golden + century - century / 4 - (century - (century + 8) / 25 + 1) / 3 + 15) % 30;
        int toSunday = (32 + 2 * (century % 4) + 2 * (ofCentury / 4) - epact - ofCentury % 4) % 7;
        int late = (golden + 11 * epact + 22 * toSunday) / 451;
        int days = epact + toSunday - 7 * late + 114;
        return LocalDate.of(year, days / 31, days % 31 + 1);
    }

    /** "am 14.", "on the 14th": where the number of a day stands, but not "the 1st quarter"; null if there is none. */
    private Phrases.Match numbered(Spans.Named named) {
        return time.phrases("day-of-month").all(time.sentence()).stream()
                .filter(match -> named == null || match.first() >= named.end() || match.end() <= named.first())
                .filter(match -> TimeWords.isDay(words.get(match.end() - 1)))
                .filter(match -> Dates.isDayNumber(words.get(match.end() - 1)))
                .findFirst()
                .orElse(null);
    }

    /** That day of the month that is named ("of next month"), else the next such day; null if there is none. */
    private LocalDate numbered(Phrases.Match match, Spans.Named named) {
        time.know(match.first(), match.end());
        int number = TimeWords.number(words.get(match.end() - 1));
        LocalDate day = named != null && named.span().isMonth()
                ? dayOf(YearMonth.from(named.span().first()), number)
                : next(number);
        return day == null ? null : around(day, day.plusDays(1), match.end() - 1);
    }

    private LocalDate next(int dayOfMonth) {
        YearMonth month = YearMonth.from(written);
        // Of two months that follow each other one has 31 days.
        for (int i = 0; i <= 2; i++) {
            LocalDate day = dayOf(month.plusMonths(i), dayOfMonth);
            if (day != null && !day.isBefore(written)) {
                return day;
            }
        }
        return null;
    }

    private static LocalDate dayOf(YearMonth month, int day) {
        return month.isValidDay(day) ? month.atDay(day) : null;
    }

    /** The day of a span that is meant; null where that has come already ("im März", written in March). */
    private LocalDate within(Spans.Named named) {
        Span span = named.span();
        int early = time.part("early", named);
        int mid = time.part("mid", named);
        int late = time.part("late", named);
        int at = Stream.of(early, mid, late).filter(part -> part >= 0).min(Integer::compare).orElse(named.first());
        LocalDate day = span.first();
        // "Mitte bis Ende Januar" begins with the middle.
        if (mid >= 0 && mid == at) {
            day = span.mid();
        } else if (late >= 0 && late == at) {
            boolean isUntil = time.precedes("until", at) && !time.precedes("not-before", at);
            day = isUntil || time.precedes("after", at) ? span.after() : span.late();
        }
        boolean isPart = early >= 0 || mid >= 0 || late >= 0;
        day = around(day, isPart ? day : span.after(), at);
        DayOfWeek weekday = time.weekday();
        if (day != null && weekday != null) {
            day = day.with(TemporalAdjusters.nextOrSame(weekday));
        }
        return day != null && day.isAfter(written) ? day : null;
    }

    private LocalDate weekdayOrTomorrow() {
        for (int i = 0; i < words.size(); i++) {
            DayOfWeek weekday = time.weekday(words.get(i));
            if (weekday != null) {
                boolean isSecond = time.phrases("after-next").in(time.sentence()) != null;
                LocalDate day = written.with(TemporalAdjusters.next(weekday)).plusWeeks(isSecond ? 1 : 0);
                return around(day, day.plusDays(1), i);
            }
        }
        for (int i = 0; i < words.size(); i++) {
            if (time.end("day-after-tomorrow", i) > 0) {
                return around(written.plusDays(2), written.plusDays(3), i);
            }
            // "am Morgen" is a time of day.
            boolean isTimeOfDay = i > 0 && time.end("time-of-day", i - 1) > i;
            if (time.end("tomorrow", i) > 0 && !isTimeOfDay) {
                return around(written.plusDays(1), written.plusDays(2), i);
            }
        }
        return time.phrases("today").in(time.sentence()) == null ? null : written;
    }
}
