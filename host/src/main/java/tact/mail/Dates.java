package tact.mail;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToIntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The days that a sentence names, read in one language as of the day it was written. */
final class Dates {

    /** Who writes 3/4 for the third of April, who for the fourth of March, and who does not say. */
    enum SlashOrder { DAY_FIRST, MONTH_FIRST, UNKNOWN }

    /** How a day is named. */
    enum Naming {
        /** By its date. */
        DAY,
        /** As the last of a range that stands in these words: "May 4-8". */
        RANGE_END,
        /** By the day of the week alone. */
        WEEKDAY,
        /** By its number alone, or with its weekday: "the 20th", "Monday the 20th". */
        DAY_OF_MONTH,
        /** As the day after that of writing. */
        TOMORROW,
        /** As so many days, weeks or months from now. */
        FROM_NOW,
        /** A week by its Monday: "next week". */
        WEEK,
        /** A week by its number (ISO 8601) and so by its Monday: "KW 34". */
        CALENDAR_WEEK,
        /** As the end of a week, month or year, by the day that follows it: "the end of May" is 1 June. */
        PERIOD_END
    }

    /**
     * A day that is named.
     *
     * @param first index of its first word in the sentence
     * @param end   index of the word after its last
     */
    record Found(LocalDate day, int first, int end, Naming naming) {
        Found(LocalDate day, int first, int end) {
            this(day, first, end, Naming.DAY);
        }

        /** Whether it is the last day of a range that stands in these words. */
        boolean isRange() {
            return naming == Naming.RANGE_END;
        }
    }

    private static final Map<String, Dates> BY_LANGUAGE = new ConcurrentHashMap<>();
    private static final Pattern ISO = Pattern.compile("(?<![\\d.-])(20\\d\\d)-(\\d{1,2})-(\\d{1,2})(?![\\d-])");
    private static final Pattern DOTTED =
            Pattern.compile("(?<![\\d.,:])(\\d{1,2})\\.\\s?(\\d{1,2})(?:\\.\\s?(20\\d\\d|\\d\\d(?![\\d.:])))?(?![\\d:]|\\s?(?:uhr|h|%|€|euro)\\b)",
                    Pattern.CASE_INSENSITIVE);
    private static final Pattern SLASHED =
            Pattern.compile("(?<![\\d/.:-])(\\d{1,2})([/-])(\\d{1,2})(?:\\2(20\\d\\d|\\d\\d))?(?![\\d/:]|-\\d)");
    private static final Pattern DAY = Pattern.compile("(\\d{1,2})(?:st|nd|rd|th|er|e|o|º|ª|de|ste|ego|go)?");
    /** What makes of a number behind it another one than a day: 9:30, 20%, 5/6, 2.5. */
    private static final Pattern NO_DAY_AFTER = Pattern.compile("\\s?[:%€$/]|\\.\\d|,\\d|\\s?[-–]\\s?\\d");
    private static final Set<String> ORDINAL_LANGUAGES = Set.of("en", "nl");
    private static final int MAX_PAST_DAYS = 180;
    private static final int MAX_MONTHS_TO_WEEKDAY = 3;

    private final String language;
    private final Map<String, Integer> months = new HashMap<>();
    private final Map<String, Integer> weekdays = new HashMap<>();
    private final Map<String, Integer> numbers = new HashMap<>();

    private Dates(String language) {
        this.language = language;
        read("months", months);
        read("weekdays", weekdays);
        read("numbers", numbers);
    }

    static Dates in(String language) {
        return BY_LANGUAGE.computeIfAbsent(language, Dates::new);
    }

    /** The n-th line holds the names of the n-th, each as its first word. */
    private void read(String section, Map<String, Integer> names) {
        int number = 1;
        for (String line : Phrases.lines(language, section)) {
            for (String name : line.split("[\\s|]+")) {
                String folded = Sentence.fold(name);
                if (!folded.equals("feira")) {
                    names.putIfAbsent(folded, number);
                }
            }
            number++;
        }
    }

    /** As below, without those that are named by a number alone. */
    List<Found> find(Sentence sentence, LocalDate written, SlashOrder order) {
        return find(sentence, written, written, order).stream()
                .filter(found -> found.naming() != Naming.DAY_OF_MONTH && found.naming() != Naming.CALENDAR_WEEK)
                .toList();
    }

    /**
     * In their order, without overlaps; days that can be read in two ways are left out.
     *
     * @param base the latest day the text has spoken of, at the earliest the day of writing: in "until 14 August. On Monday I am
     *             back" Monday comes after it
     */
    List<Found> find(Sentence sentence, LocalDate written, LocalDate base, SlashOrder order) {
        List<Found> found = new ArrayList<>();
        numeric(sentence, written, order, found);
        int at = 0;
        while (at < sentence.words().size()) {
            Found day = wordsAt(sentence, at, written);
            if (day != null && found.stream().noneMatch(other -> other.first() < day.end() && day.first() < other.end())) {
                found.add(day);
                at = day.end();
            } else {
                at++;
            }
        }
        found.sort((a, b) -> Integer.compare(a.first(), b.first()));
        return afterEarlier(withoutWeekdaysOfDates(found, sentence), sentence, written, base);
    }

    /** Weekdays and days without a month come after what was named before them. */
    private List<Found> afterEarlier(List<Found> found, Sentence sentence, LocalDate written, LocalDate base) {
        List<Found> days = new ArrayList<>();
        LocalDate latest = base;
        for (Found one : found) {
            LocalDate day = switch (one.naming()) {
                case WEEKDAY -> latest.isAfter(written)
                        ? latest.with(TemporalAdjusters.next(one.day().getDayOfWeek()))
                        : one.day();
                case DAY_OF_MONTH -> next(one.day().getDayOfMonth(), weekdays.get(sentence.words().get(one.first())), latest);
                default -> one.day();
            };
            if (day != null) {
                days.add(new Found(day, one.first(), one.end(), one.naming()));
                latest = day.isAfter(latest) ? day : latest;
            }
        }
        return days;
    }

    /** The next day of this number on or after another; on a weekday, if one is named, null where none soon is one. */
    private static LocalDate next(int number, Integer weekday, LocalDate earliest) {
        YearMonth month = YearMonth.from(earliest);
        for (int i = 0; i <= MAX_MONTHS_TO_WEEKDAY; i++) {
            YearMonth candidate = month.plusMonths(i);
            LocalDate day = candidate.isValidDay(number) ? candidate.atDay(number) : null;
            if (day != null && !day.isBefore(earliest) && (weekday == null || day.getDayOfWeek().getValue() == weekday)) {
                return day;
            }
        }
        return null;
    }

    private void numeric(Sentence sentence, LocalDate written, SlashOrder order, List<Found> found) {
        String text = sentence.text();
        Matcher iso = ISO.matcher(text);
        while (iso.find()) {
            add(found, sentence, iso, day(number(iso, 1), number(iso, 2), number(iso, 3)));
        }
        Matcher dotted = DOTTED.matcher(text);
        while (dotted.find()) {
            boolean closed = dotted.group(3) != null || dotted.end() < text.length() && text.charAt(dotted.end()) == '.';
            if (closed || !language.equals("en")) {
                add(found, sentence, dotted, dayMonth(number(dotted, 1), number(dotted, 2), dotted.group(3), written));
            }
        }
        Matcher slashed = SLASHED.matcher(text);
        while (slashed.find()) {
            boolean isDash = slashed.group(2).equals("-");
            if (isDash && slashed.group(4) == null) {
                continue;
            }
            add(found, sentence, slashed, slashed(sentence, slashed, written, order));
        }
    }

    /** Which order the slash dates of a text settle, by a number that is no month; unknown where none does, or they differ. */
    static SlashOrder order(List<Sentence> sentences) {
        boolean dayFirst = false;
        boolean monthFirst = false;
        for (Sentence sentence : sentences) {
            Matcher slashed = SLASHED.matcher(sentence.text());
            while (slashed.find()) {
                dayFirst |= number(slashed, 1) > 12 && number(slashed, 3) <= 12;
                monthFirst |= number(slashed, 3) > 12 && number(slashed, 1) <= 12;
            }
        }
        return dayFirst == monthFirst ? SlashOrder.UNKNOWN : dayFirst ? SlashOrder.DAY_FIRST : SlashOrder.MONTH_FIRST;
    }

    private LocalDate slashed(Sentence sentence, Matcher slashed, LocalDate written, SlashOrder order) {
        int one = number(slashed, 1);
        int two = number(slashed, 3);
        LocalDate dayFirst = dayMonth(one, two, slashed.group(4), written);
        LocalDate monthFirst = dayMonth(two, one, slashed.group(4), written);
        if (!language.equals("en") || order == SlashOrder.DAY_FIRST) {
            return dayFirst;
        }
        if (order == SlashOrder.MONTH_FIRST && monthFirst != null) {
            return monthFirst;
        }
        if (dayFirst == null || monthFirst == null || dayFirst.equals(monthFirst)) {
            return dayFirst == null ? monthFirst : dayFirst;
        }
        // "Monday 05/06": only one of them is a Monday.
        int word = wordAt(sentence, slashed.start());
        Integer weekday = word > 0 ? weekdays.get(sentence.words().get(word - 1)) : null;
        if (weekday != null) {
            boolean fitsDayFirst = dayFirst.getDayOfWeek().getValue() == weekday;
            boolean fitsMonthFirst = monthFirst.getDayOfWeek().getValue() == weekday;
            return fitsDayFirst == fitsMonthFirst ? null : fitsDayFirst ? dayFirst : monthFirst;
        }
        return null;
    }

    private static void add(List<Found> found, Sentence sentence, Matcher match, LocalDate day) {
        int first = wordAt(sentence, match.start());
        if (day == null || first < 0) {
            return;
        }
        int end = first + 1;
        while (end < sentence.words().size() && sentence.starts().get(end) < match.end()) {
            end++;
        }
        int last = end;
        if (found.stream().noneMatch(other -> other.first() < last && first < other.end())) {
            found.add(new Found(day, first, end));
        }
    }

    private static int wordAt(Sentence sentence, int position) {
        for (int i = 0; i < sentence.starts().size(); i++) {
            if (sentence.starts().get(i) >= position) {
                return i;
            }
        }
        return -1;
    }

    private static int number(Matcher match, int group) {
        return Integer.parseInt(match.group(group));
    }

    /** A day named in words that begins at a word; null if none does. */
    private Found wordsAt(Sentence sentence, int at, LocalDate written) {
        List<String> words = sentence.words();
        Integer day = dayNumber(words.get(at));
        if (day != null) {
            int next = skip(sentence, at + 1, "of");
            Integer month = next < words.size() ? months.get(words.get(next)) : null;
            if (month != null && next - at <= 2) {
                return withYear(sentence, at, next + 1, day, month, written);
            }
        }
        Integer month = months.get(words.get(at));
        if (month != null && at + 1 < words.size() && (language.equals("en") || language.equals("es"))) {
            return monthDay(sentence, at, month, written);
        }
        Found periodEnd = periodEndAt(sentence, at, written);
        if (periodEnd != null) {
            return periodEnd;
        }
        Found week = calendarWeekAt(sentence, at, written);
        if (week != null) {
            return week;
        }
        Found relative = relativeAt(sentence, at, written);
        Found dayOfMonth = dayOfMonthAt(sentence, at, written);
        return dayOfMonth != null && (relative == null || relative.end() < dayOfMonth.end()) ? dayOfMonth : relative;
    }

    /** "The end of May", "the end of the week": the day after it. */
    private Found periodEndAt(Sentence sentence, int at, LocalDate written) {
        List<String> words = sentence.words();
        ToIntFunction<String> phrase = section -> Phrases.of(language, section).at(sentence, at);
        LocalDate nextMonday = written.with(TemporalAdjusters.next(DayOfWeek.MONDAY));
        int end = phrase.applyAsInt("end-of-next-week");
        if (end > 0) {
            return new Found(nextMonday.plusWeeks(1), at, end, Naming.PERIOD_END);
        }
        end = phrase.applyAsInt("end-of-week");
        if (end > 0) {
            return new Found(nextMonday, at, end, Naming.PERIOD_END);
        }
        end = phrase.applyAsInt("end-of-month");
        if (end > 0) {
            return new Found(YearMonth.from(written).plusMonths(1).atDay(1), at, end, Naming.PERIOD_END);
        }
        end = phrase.applyAsInt("end-of-year");
        if (end > 0) {
            return new Found(LocalDate.of(written.getYear() + 1, 1, 1), at, end, Naming.PERIOD_END);
        }
        end = phrase.applyAsInt("end-of");
        int next = end > 0 ? skip(sentence, end, "of") : words.size();
        Integer month = next < words.size() ? months.get(words.get(next)) : null;
        Found first = month == null ? null : withYear(sentence, at, next + 1, 1, month, written.withDayOfMonth(1));
        return first == null ? null : new Found(first.day().plusMonths(1), at, first.end(), Naming.PERIOD_END);
    }

    private Found calendarWeekAt(Sentence sentence, int at, LocalDate written) {
        int number = Phrases.of(language, "numbered-week").at(sentence, at);
        Integer week = number > 0 && number < sentence.words().size() && sentence.words().get(number).matches("\\d{1,2}")
                ? Integer.valueOf(sentence.words().get(number))
                : null;
        if (week == null || week < 1 || week > 53 || isAmount(sentence, number + 1)) {
            return null;
        }
        // 4 January is in the first week.
        LocalDate first = LocalDate.of(written.getYear(), 1, 4).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        LocalDate monday = first.plusWeeks(week - 1L);
        LocalDate next = monday.plusDays(6).isBefore(written)
                ? LocalDate.of(written.getYear() + 1, 1, 4).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).plusWeeks(week - 1L)
                : monday;
        return new Found(next, at, number + 1, Naming.CALENDAR_WEEK);
    }

    /** "The 20th", "am 20.", "Monday 20th": a number that an article, a preposition or a weekday makes a day. */
    private Found dayOfMonthAt(Sentence sentence, int at, LocalDate written) {
        List<String> words = sentence.words();
        boolean hasWeekday = weekdays.containsKey(words.get(at));
        int number = hasWeekday ? skip(sentence, at + 1, "day-cue") : at;
        Integer day = number < words.size() ? dayNumber(words.get(number)) : null;
        boolean isCued = hasWeekday || isAfter("day-cue", sentence, number);
        if (day == null || !isCued || isOtherNumber(sentence, number, hasWeekday)) {
            return null;
        }
        LocalDate next = next(day, null, written);
        return next == null ? null : new Found(next, at, number + 1, Naming.DAY_OF_MONTH);
    }

    private boolean isAfter(String section, Sentence sentence, int word) {
        for (int i = Math.max(0, word - 3); i < word; i++) {
            if (Phrases.of(language, section).at(sentence, i) == word) {
                return true;
            }
        }
        return false;
    }

    /** The day of a named month, a time of day, an amount, a telephone number; where ordinals are written as such, any number that is none. */
    private boolean isOtherNumber(Sentence sentence, int word, boolean hasWeekday) {
        List<String> words = sentence.words();
        boolean isOrdinal = hasWeekday || !Character.isDigit(words.get(word).charAt(words.get(word).length() - 1));
        int after = word + 1;
        int month = skip(sentence, after, "of");
        if (month < words.size() && months.containsKey(words.get(month))) {
            return true;
        }
        boolean isAmount = after < words.size()
                && (dayNumber(words.get(after)) != null && !isOrdinal || isAmount(sentence, after));
        int end = sentence.starts().get(word) + words.get(word).length();
        int length = sentence.text().length();
        Matcher sign = NO_DAY_AFTER.matcher(sentence.text()).region(Math.min(end, length), length);
        return isAmount || sign.lookingAt() || ORDINAL_LANGUAGES.contains(language) && !isOrdinal;
    }

    private boolean isAmount(Sentence sentence, int word) {
        return word < sentence.words().size() && Stream.of("clock", "day", "week", "month")
                .anyMatch(section -> Phrases.of(language, section).at(sentence, word) > 0);
    }

    /** "May 5th", "May 1 to 5", "May 1-5": the last of a range. */
    private Found monthDay(Sentence sentence, int at, int month, LocalDate written) {
        List<String> words = sentence.words();
        Integer day = dayNumber(words.get(at + 1));
        if (day == null) {
            return null;
        }
        int end = at + 2;
        int to = end;
        if (to < words.size() && (words.get(to).equals("to") || words.get(to).equals("through") || words.get(to).equals("until"))) {
            to = skip(sentence, to + 1, "of");
        }
        Integer last = to < words.size() ? dayNumber(words.get(to)) : null;
        boolean joined = to > end || last != null && isHyphen(sentence, end);
        boolean isRange = false;
        if (last != null && joined && last > day && (to + 1 >= words.size() || !months.containsKey(words.get(to + 1)))) {
            day = last;
            end = to + 1;
            isRange = true;
        }
        Found found = withYear(sentence, at, end, day, month, written);
        return isRange && found != null ? new Found(found.day(), at, found.end(), Naming.RANGE_END) : found;
    }

    private static boolean isHyphen(Sentence sentence, int word) {
        int start = sentence.starts().get(word);
        String before = sentence.text().substring(Math.max(0, start - 3), start);
        return before.contains("-") || before.contains("–");
    }

    private Found withYear(Sentence sentence, int first, int end, int day, int month, LocalDate written) {
        List<String> words = sentence.words();
        int at = end < words.size() && (words.get(end).equals("de") || words.get(end).equals("del")) ? end + 1 : end;
        String year = at < words.size() && words.get(at).matches("20\\d\\d") ? words.get(at) : null;
        LocalDate found = dayMonth(day, month, year, written);
        return found == null ? null : new Found(found, first, year == null ? end : at + 1);
    }

    static boolean isDayNumber(String word) {
        return dayNumber(word) != null;
    }

    boolean isWeekday(String word) {
        return weekdays.containsKey(word);
    }

    private static Integer dayNumber(String word) {
        Matcher day = DAY.matcher(word);
        if (!day.matches()) {
            return null;
        }
        int number = Integer.parseInt(day.group(1));
        return number >= 1 && number <= 31 ? number : null;
    }

    private int skip(Sentence sentence, int at, String section) {
        int end = at < sentence.words().size() ? Phrases.of(language, section).at(sentence, at) : -1;
        return end > 0 ? end : at;
    }

    /** Tomorrow, next week, in two weeks, Monday. */
    private Found relativeAt(Sentence sentence, int at, LocalDate written) {
        List<String> words = sentence.words();
        ToIntFunction<String> phrase = section -> Phrases.of(language, section).at(sentence, at);
        int end = phrase.applyAsInt("day-after-tomorrow");
        if (end > 0) {
            return new Found(written.plusDays(2), at, end);
        }
        end = phrase.applyAsInt("tomorrow");
        if (end > 0) {
            return new Found(written.plusDays(1), at, end, Naming.TOMORROW);
        }
        LocalDate nextMonday = written.with(TemporalAdjusters.next(DayOfWeek.MONDAY));
        end = phrase.applyAsInt("next-week");
        if (end > 0) {
            Integer weekday = end < words.size() ? weekdays.get(words.get(end)) : null;
            return weekday == null ? new Found(nextMonday, at, end, Naming.WEEK) : new Found(nextMonday.plusDays(weekday - 1), at, end + 1);
        }
        end = phrase.applyAsInt("in");
        if (end > 0 && end + 1 < words.size()) {
            Integer count = count(words.get(end));
            LocalDate day = count == null ? null : later(sentence, end + 1, written, count);
            return day == null ? null : new Found(day, at, end + 2, Naming.FROM_NOW);
        }
        int named = skip(sentence, at, "next");
        Integer weekday = named < words.size() && words.get(named).length() > 3 ? weekdays.get(words.get(named)) : null;
        if (weekday == null) {
            return null;
        }
        int after = named + 1;
        if (after < words.size() && words.get(after).equals("feira")) {
            after++;
        }
        int week = after < words.size() ? Phrases.of(language, "next-week").at(sentence, after) : -1;
        return week > 0
                ? new Found(nextMonday.plusDays(weekday - 1), at, week)
                : new Found(written.with(TemporalAdjusters.next(DayOfWeek.of(weekday))), at, after, Naming.WEEKDAY);
    }

    private Integer count(String word) {
        if (word.length() <= 3 && word.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return Integer.parseInt(word);
        }
        return numbers.get(word);
    }

    private LocalDate later(Sentence sentence, int unit, LocalDate written, int count) {
        if (isWord("day", sentence, unit)) {
            return written.plusDays(count);
        }
        if (isWord("week", sentence, unit)) {
            return written.plusWeeks(count);
        }
        return isWord("month", sentence, unit) ? written.plusMonths(count) : null;
    }

    private boolean isWord(String section, Sentence sentence, int at) {
        return Phrases.lines(language, section).stream()
                .flatMap(line -> Sentence.of(line).words().stream())
                .anyMatch(sentence.words().get(at)::equals);
    }

    /** "Monday, 5 May" and "5 May (Monday)" are one day each, whatever weekday it is. */
    private List<Found> withoutWeekdaysOfDates(List<Found> found, Sentence sentence) {
        List<Found> days = new ArrayList<>(found);
        days.removeIf(day -> isWeekday(day, sentence) && found.stream().anyMatch(other -> !isWeekday(other, sentence)
                && (other.first() >= day.end() && other.first() - day.end() <= 2
                        || other.end() <= day.first() && day.first() - other.end() <= 1)));
        return days;
    }

    private boolean isWeekday(Found day, Sentence sentence) {
        return weekdays.containsKey(sentence.words().get(day.first()))
                || day.end() - day.first() <= 2 && weekdays.containsKey(sentence.words().get(day.end() - 1));
    }

    private static LocalDate dayMonth(int day, int month, String year, LocalDate written) {
        if (year != null) {
            int number = Integer.parseInt(year);
            return day(number < 100 ? 2000 + number : number, month, day);
        }
        LocalDate thisYear = day(written.getYear(), month, day);
        if (thisYear == null || !thisYear.isBefore(written) || ChronoUnit.DAYS.between(thisYear, written) <= MAX_PAST_DAYS) {
            return thisYear;
        }
        return day(written.getYear() + 1, month, day);
    }

    private static LocalDate day(int year, int month, int day) {
        try {
            return LocalDate.of(year, month, day);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
