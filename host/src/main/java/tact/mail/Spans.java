package tact.mail;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The span that a proposed time names: a month, quarter, season, year, a week, as of the day it was written. Seasons
 * begin on 1 March, 1 June, 1 September, 1 December.
 */
final class Spans {

    private static final Pattern YEAR = Pattern.compile("20\\d\\d");

    /** A span and the words that name it, from first to before end. */
    record Named(Span span, int first, int end) {}

    /** Spans that come every year: their section, first month, length in months. */
    private record Yearly(String section, int month, int months) {}

    private static final List<Yearly> YEARLY = List.of(
            new Yearly("quarter-1", 1, 3), new Yearly("quarter-2", 4, 3),
            new Yearly("quarter-3", 7, 3), new Yearly("quarter-4", 10, 3),
            new Yearly("half-year-1", 1, 6), new Yearly("half-year-2", 7, 6),
            new Yearly("spring", 3, 3), new Yearly("summer", 6, 3),
            new Yearly("autumn", 9, 3), new Yearly("winter", 12, 3));

    private final TimeWords time;
    private final List<String> words;
    private final LocalDate written;

    Spans(TimeWords time, LocalDate written) {
        this.time = time;
        this.words = time.words();
        this.written = written;
    }

    /** The span that is named; null if none is. */
    Named first() {
        Integer year = year();
        Named yearly = yearly(year);
        if (yearly != null) {
            return yearly;
        }
        Named week = calendarWeek(year);
        if (week != null) {
            return week;
        }
        LocalDate monday = written.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        LocalDate month = written.withDayOfMonth(1);
        LocalDate quarter = LocalDate.of(written.getYear(), month.getMonth().firstMonthOfQuarter(), 1);
        return Stream.of(
                        relative("weekend", i -> Span.ofWeekend(monday.plusWeeks(i))),
                        relative("week", i -> Span.ofWeek(monday.plusWeeks(i))),
                        relative("month", i -> Span.ofMonths(month.plusMonths(i), 1)),
                        relative("quarter", i -> Span.ofMonths(quarter.plusMonths(3L * i), 3)),
                        year == null ? relative("year", i -> Span.ofYear(written.getYear() + i)) : yearAt(year))
                .filter(named -> named != null)
                .findFirst()
                .orElse(null);
    }

    /** The month, quarter or season that is named first. */
    private Named yearly(Integer year) {
        Named first = null;
        for (int i = 0; i < words.size() && first == null; i++) {
            Integer month = month(words.get(i));
            if (month != null) {
                first = new Named(occurrence(new Yearly("months", month, 1), year, i), i, i + 1);
            }
            for (Yearly yearly : YEARLY) {
                int end = time.end(yearly.section(), i);
                if (end > 0) {
                    first = new Named(occurrence(yearly, year, i), i, end);
                }
            }
        }
        for (int i = 0; i < words.size(); i++) {
            if (month(words.get(i)) != null) {
                time.know(i, i + 1);
            }
        }
        YEARLY.forEach(yearly -> time.know(yearly.section()));
        return first;
    }

    /** A month by its name, and by the German genitive: "Anfang des Januars". */
    private Integer month(String word) {
        Integer month = time.nth("months", word);
        boolean isGenitive = month == null && time.language().equals("de") && word.length() > 4 && word.endsWith("s");
        return isGenitive ? time.nth("months", word.substring(0, word.length() - 1)) : month;
    }

    /** That of the year; else the one that has begun or comes next; after a "next" the one that comes next. */
    private Span occurrence(Yearly yearly, Integer year, int at) {
        if (year != null) {
            return Span.ofMonths(LocalDate.of(year, yearly.month(), 1), yearly.months());
        }
        boolean isComing = time.phrases("coming").all(time.sentence()).stream().anyMatch(match -> match.end() == at);
        Span span = Span.ofMonths(LocalDate.of(written.getYear() - 1, yearly.month(), 1), yearly.months());
        while (!span.after().isAfter(written) || isComing && !span.first().isAfter(written)) {
            span = Span.ofMonths(span.first().plusYears(1), yearly.months());
        }
        return span;
    }

    /** The year that is named, by its number or as next year; null if none is. */
    Integer year() {
        Integer year = null;
        for (int i = 0; i < words.size(); i++) {
            if (YEAR.matcher(words.get(i)).matches()) {
                time.know(i, i + 1);
                year = Integer.valueOf(words.get(i));
            }
        }
        if (time.know("year-after-next")) {
            return year == null ? Integer.valueOf(written.getYear() + 2) : year;
        }
        if (time.know("coming-year")) {
            return year == null ? Integer.valueOf(written.getYear() + 1) : year;
        }
        // In January the new year is the one that has begun.
        if (time.know("new-year")) {
            return year == null ? Integer.valueOf(written.minusMonths(1).getYear() + 1) : year;
        }
        return year;
    }

    private Named yearAt(int year) {
        for (int i = 0; i < words.size(); i++) {
            for (String section : List.of("year-after-next", "coming-year", "new-year")) {
                if (time.end(section, i) > 0) {
                    time.know("this-year");
                    return new Named(Span.ofYear(year), i, time.end(section, i));
                }
            }
        }
        for (int i = 0; i < words.size(); i++) {
            if (YEAR.matcher(words.get(i)).matches()) {
                time.know("this-year");
                return new Named(Span.ofYear(year), i, i + 1);
            }
        }
        return null;
    }

    /** This week (0), the next (1), the one after that (2); the beginning of this one is that of the next. */
    private Named relative(String unit, IntFunction<Span> ofOffset) {
        List<String> sections = List.of(unit + "-after-next", "coming-" + unit, "this-" + unit);
        for (int i = 0; i < sections.size(); i++) {
            Phrases.Match match = time.phrases(sections.get(i)).in(time.sentence());
            if (match != null) {
                sections.forEach(time::know);
                Named named = new Named(ofOffset.apply(2 - i), match.first(), match.end());
                boolean isPast = i == 2 && time.part("early", named) >= 0;
                return isPast ? new Named(ofOffset.apply(1), match.first(), match.end()) : named;
            }
        }
        return null;
    }

    /** "KW 34" (ISO 8601). */
    private Named calendarWeek(Integer year) {
        Phrases.Match match = time.phrases("calendar-week").in(time.sentence());
        if (match == null) {
            return null;
        }
        Integer week = words.subList(match.first(), match.end()).stream()
                .filter(TimeWords::isDay).map(TimeWords::number).findFirst().orElse(null);
        if (week == null) {
            return null;
        }
        time.know(match.first(), match.end());
        LocalDate monday = year == null ? null : monday(year, week);
        for (int i = 0; i <= 1 && year == null && monday == null; i++) {
            LocalDate candidate = monday(written.get(IsoFields.WEEK_BASED_YEAR) + i, week);
            monday = candidate != null && candidate.plusWeeks(1).isAfter(written) ? candidate : null;
        }
        return monday == null ? null : new Named(Span.ofWeek(monday), match.first(), match.end());
    }

    private static LocalDate monday(int year, int week) {
        LocalDate first = LocalDate.of(year, 1, 4).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        long weeks = IsoFields.WEEK_OF_WEEK_BASED_YEAR.rangeRefinedBy(LocalDate.of(year, 7, 1)).getMaximum();
        return week >= 1 && week <= weeks ? first.plusWeeks(week - 1L) : null;
    }
}
