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
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToIntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The days that a sentence names, read in one language as of the day it was written. */
final class Dates {

    /** Who writes 3/4 for the third of April, who for the fourth of March, and who does not say. */
    enum SlashOrder { DAY_FIRST, MONTH_FIRST, UNKNOWN }

    /**
     * A day that is named.
     *
     * @param first   index of its first word in the sentence
     * @param end     index of the word after its last
     * @param isRange whether it is the last day of a range that stands in these words
     */
    record Found(LocalDate day, int first, int end, boolean isRange) {
        Found(LocalDate day, int first, int end) {
            this(day, first, end, false);
        }
    }

    private static final Map<String, Dates> BY_LANGUAGE = new ConcurrentHashMap<>();
    private static final Pattern ISO = Pattern.compile("(?<![\\d.-])(20\\d\\d)-(\\d{1,2})-(\\d{1,2})(?![\\d-])");
    private static final Pattern DOTTED =
            Pattern.compile("(?<![\\d.,:])(\\d{1,2})\\.\\s?(\\d{1,2})(?:\\.\\s?(20\\d\\d|\\d\\d(?![\\d.:])))?(?![\\d:]|\\s?(?:uhr|h|%|€|euro)\\b)",
                    Pattern.CASE_INSENSITIVE);
    private static final Pattern SLASHED =
            Pattern.compile("(?<![\\d/.:-])(\\d{1,2})([/-])(\\d{1,2})(?:\\2(20\\d\\d|\\d\\d))?(?![\\d/:]|-\\d)");
    private static final Pattern DAY = Pattern.compile("(\\d{1,2})(?:st|nd|rd|th|er|e|o|º|ª|de|ste|ego)?");
    private static final int MAX_PAST_DAYS = 180;

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

    /** In their order, without overlaps; days that can be read in two ways are left out. */
    List<Found> find(Sentence sentence, LocalDate written, SlashOrder order) {
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
        return withoutWeekdaysOfDates(found, sentence);
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
        int endOf = Phrases.of(language, "end-of").at(sentence, at);
        if (endOf > 0) {
            int next = skip(sentence, endOf, "of");
            Integer ending = next < words.size() ? months.get(words.get(next)) : null;
            if (ending != null) {
                Found first = withYear(sentence, at, next + 1, 1, ending, written.withDayOfMonth(1));
                return first == null ? null : new Found(YearMonth.from(first.day()).atEndOfMonth(), at, first.end());
            }
        }
        return relativeAt(sentence, at, written);
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
            to++;
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
        return found == null ? null : new Found(found.day(), found.first(), found.end(), isRange);
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
            return new Found(written.plusDays(1), at, end);
        }
        LocalDate nextMonday = written.with(TemporalAdjusters.next(DayOfWeek.MONDAY));
        end = phrase.applyAsInt("next-week");
        if (end > 0) {
            Integer weekday = end < words.size() ? weekdays.get(words.get(end)) : null;
            return weekday == null ? new Found(nextMonday, at, end) : new Found(nextMonday.plusDays(weekday - 1), at, end + 1);
        }
        end = phrase.applyAsInt("in");
        if (end > 0 && end + 1 < words.size()) {
            Integer count = count(words.get(end));
            LocalDate day = count == null ? null : later(sentence, end + 1, written, count);
            return day == null ? null : new Found(day, at, end + 2);
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
                : new Found(written.with(TemporalAdjusters.next(DayOfWeek.of(weekday))), at, after);
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
