package tact.mail;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The first day back that an absence note names: where it says when its author is back, else the day after the last day away,
 * which is the end of a range. Days that can be read in two ways, are past, or lie over a year ahead are not read, nor is what
 * is said of somebody else.
 */
final class ReturnDate {

    /** Words before a day within which stands what it is about. */
    private static final int CUE_WORDS = 6;
    /** Countries whose people write the day before the month, in English too. */
    private static final Set<String> DAY_FIRST_DOMAINS =
            Set.of("uk", "ie", "au", "nz", "in", "za", "eu", "de", "fr", "nl", "it", "es", "at", "ch", "be", "pl", "pt");
    private static final Set<String> MONTH_FIRST_DOMAINS = Set.of("us", "edu", "gov", "mil");
    /** Where a date's full stop or last figure ends the sentence too: "Back 03/04. Office hours ..." */
    private static final Pattern AFTER_DATE = Pattern.compile("(?<=\\d[./]\\d{1,2}\\.)\\s+(?=\\p{Lu})");
    /** Words between "in two weeks" and the day itself, and days between what both name. */
    private static final int APPOSITION_WORDS = 5;
    private static final int APPOSITION_DAYS = 6;

    private final String language;
    private final LocalDate written;
    private final Dates.SlashOrder order;
    private final Absentee absentee;
    private LocalDate back;
    /** Whether the author alone is back then, and not the office: what is said of that later counts no more. */
    private boolean isOwn;
    private LocalDate until;
    /** Named where nothing says what is then: "I read my mail tomorrow". */
    private LocalDate tomorrow;
    private boolean isEndless;
    /** "Back at the end of May" is no day, and what else is named is something else. */
    private boolean isVague;

    private ReturnDate(String language, LocalDate written, Dates.SlashOrder order, Absentee absentee) {
        this.language = language;
        this.written = written;
        this.order = order;
        this.absentee = absentee;
    }

    /**
     * @param language of the note; null if unknown
     * @param written  the day it was written
     * @param offset   of the place where it was written
     * @return null where none is named, or not clearly
     */
    static LocalDate of(
            String subject, List<Sentence> sentences, String language, LocalDate written, ZoneOffset offset, Address from) {
        if (Phrases.everywhere("address-dead").in(sentences) != null) {
            return null;
        }
        List<String> languages = language == null ? Phrases.LANGUAGES : List.of(language);
        Dates.SlashOrder ofText = Dates.order(sentences);
        Dates.SlashOrder order = ofText == Dates.SlashOrder.UNKNOWN ? order(from, offset) : ofText;
        for (String candidate : languages) {
            Absentee absentee = new Absentee(candidate, sentences, from);
            ReturnDate reader = new ReturnDate(candidate, written, order, absentee);
            sentences.stream().flatMap(reader::cut).forEach(reader::read);
            if (reader.back == null && reader.until == null && !reader.isEndless) {
                reader.read(Sentence.of(subject));
            }
            if (reader.back != null) {
                return reader.back;
            }
            if (reader.isEndless || reader.isVague) {
                return null;
            }
            if (reader.until != null || reader.tomorrow != null) {
                return reader.until != null ? reader.until : reader.tomorrow;
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

    /** German capitals say nothing about where a sentence begins. */
    private Stream<Sentence> cut(Sentence sentence) {
        return language.equals("de") ? Stream.of(sentence) : AFTER_DATE.splitAsStream(sentence.text()).map(Sentence::of);
    }

    private void read(Sentence sentence) {
        absentee.read(sentence);
        isEndless |= phrases("no-end").in(sentence) != null;
        List<Dates.Found> days = withoutApposed(
                Dates.in(language).find(sentence, written, until == null ? written : until, order));
        boolean isKnown = until != null || this.back != null;
        if (days.isEmpty() || isKnown && absentee.isSomebodyElse(sentence, sentence.words().size())) {
            return;
        }
        Phrases.Match back = phrases("back").in(sentence);
        Phrases.Match comesBack = back == null && !absentee.isPersonal() ? phrases("returns").in(sentence) : back;
        LocalDate end = null;
        Dates.Found before = null;
        Dates.Found after = null;
        for (int i = 0; i < days.size(); i++) {
            Dates.Found day = days.get(i);
            if (cue("no-earlier", sentence, day) >= 0 || isResumption(sentence, day)) {
                after = after == null ? day : after;
            } else if (isEnd(sentence, day, i > 0 ? days.get(i - 1) : null)) {
                LocalDate next = dayAfter(day, sentence);
                end = isPlausible(day.day()) && (end == null || next.isAfter(end)) ? next : end;
            } else if (day.naming() == Dates.Naming.PERIOD_END) {
                isVague |= comesBack != null && !isKnown;
            } else if (comesBack != null && day.first() >= comesBack.first()) {
                after = after == null || isOfAuthor(sentence, day) && !isOfAuthor(sentence, after) ? day : after;
            } else if (comesBack != null && day.first() < comesBack.first()) {
                before = day;
            } else if (day.naming() == Dates.Naming.TOMORROW && !speaksOfAbsence(sentence)) {
                tomorrow = day.day();
            }
        }
        // The first sentence tells; what follows is about the office, or whoever stands in.
        until = until == null ? end : until;
        // "I will be back on 5 May", or in other languages "On 5 May I am here again".
        Dates.Found named = after != null ? after : before;
        if (named == null || ceases(sentence, named) || absentee.isSomebodyElse(sentence, named.first())) {
            return;
        }
        LocalDate day = isAfter(sentence, named) ? dayAfter(named) : named.day();
        // Nobody is back before the absence ends: that is somebody else, or where it begins.
        boolean isLater = until == null || !day.isBefore(until.minusDays(1));
        boolean isOwnDay = phrases("i").in(sentence) != null;
        if (isLater && isPlausible(day) && (this.back == null || isOwnDay && !isOwn)) {
            this.back = day;
            isOwn = isOwnDay;
        }
    }

    /** "In two weeks, on Monday 5 May": only the day itself. */
    private static List<Dates.Found> withoutApposed(List<Dates.Found> days) {
        return days.stream()
                .filter(day -> day.naming() != Dates.Naming.FROM_NOW || days.stream().noneMatch(other ->
                        other.first() >= day.end() && other.first() - day.end() <= APPOSITION_WORDS
                                && Math.abs(ChronoUnit.DAYS.between(day.day(), other.day())) <= APPOSITION_DAYS))
                .toList();
    }

    /** "From 5 May we answer your mail", but not who is read no more from then on. */
    private boolean isResumption(Sentence sentence, Dates.Found day) {
        boolean isHour = day.naming() == Dates.Naming.DAY_OF_MONTH && phrases("hours").in(sentence) != null;
        return !isHour
                && cue("from-day", sentence, day) >= 0
                && phrases("resumes").in(sentence) != null
                && phrases("negation").in(sentence) == null;
    }

    /** "From 5 May I no longer answer mail sent here." */
    private boolean ceases(Sentence sentence, Dates.Found day) {
        Integer clause = sentence.clause().get(day.first());
        return cue("no-earlier", sentence, day) < 0
                && phrases("ceases").all(sentence).stream().anyMatch(match -> sentence.clause().get(match.first()).equals(clause));
    }

    /** Whether the author speaks of himself in the clause of a day, before it. */
    private boolean isOfAuthor(Sentence sentence, Dates.Found day) {
        int first = day.first();
        while (first > 0 && sentence.clause().get(first - 1).equals(sentence.clause().get(day.first()))) {
            first--;
        }
        return IntStream.range(first, day.first()).anyMatch(word -> phrases("i").at(sentence, word) > 0);
    }

    /**
     * The day that the end of an absence gives: the end itself, as people say "away until Monday" and mean to be there on it, unless they
     * say that it is included. After the end of a month or a week comes the next day.
     */
    private LocalDate dayAfter(Dates.Found last, Sentence sentence) {
        boolean inclusive = phrases("inclusive").in(sentence) != null;
        return switch (last.naming()) {
            case PERIOD_END, WEEK -> last.day();
            case CALENDAR_WEEK -> last.day().plusWeeks(1);
            default -> inclusive || isAfter(sentence, last) ? last.day().plusDays(1) : last.day();
        };
    }

    /** "After 24 August", but neither "the Monday after, 24 August" nor "on or after 24 August". */
    private boolean isAfter(Sentence sentence, Dates.Found day) {
        int cue = cue("after-day", sentence, day);
        return cue >= 0 && cue("from-day", sentence, day) < 0
                && sentence.clause().get(cue).equals(sentence.clause().get(day.first()));
    }

    /** Of "back after 24 August" the 25th, of "after week 34" the Monday of the next. */
    private static LocalDate dayAfter(Dates.Found last) {
        return switch (last.naming()) {
            case PERIOD_END, FROM_NOW, TOMORROW -> last.day();
            case WEEK, CALENDAR_WEEK -> last.day().plusWeeks(1);
            default -> last.day().plusDays(1);
        };
    }

    private boolean isPlausible(LocalDate day) {
        return !day.isBefore(written) && day.isBefore(written.plusDays(367));
    }

    /** "until 5 May", or the second day of a range: "1 to 5 May", "1.5. - 5.5.", "between 1 May and 5 May". */
    private boolean isEnd(Sentence sentence, Dates.Found day, Dates.Found earlier) {
        // "I work Monday to Thursday" is no absence, nor is "please order by 18 December".
        boolean isHours = day.naming() == Dates.Naming.WEEKDAY && earlier != null && earlier.naming() == Dates.Naming.WEEKDAY;
        isHours |= day.naming() == Dates.Naming.DAY_OF_MONTH && phrases("hours").in(sentence) != null;
        boolean isDeadline = phrases("deadline").in(sentence) != null && phrases("myself").in(sentence) == null;
        if ((isHours || isDeadline) && !speaksOfAbsence(sentence)) {
            return false;
        }
        if (day.isRange() || cue("until", sentence, day) >= 0) {
            return true;
        }
        int range = cue("range", sentence, day);
        int firstOfRange = range >= 0 ? range : isAfterHyphen(sentence, day) ? day.first() : -1;
        if (firstOfRange <= 0) {
            return false;
        }
        boolean isNumbered = Dates.isDayNumber(sentence.words().get(day.first()));
        return isNumbered && Dates.isDayNumber(sentence.words().get(firstOfRange - 1))
                || earlier != null && firstOfRange - earlier.end() <= 1 && day.day().isAfter(earlier.day());
    }

    private static boolean speaksOfAbsence(Sentence sentence) {
        return Phrases.everywhere("away").in(sentence) != null || Phrases.everywhere("away-weak").in(sentence) != null;
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
            if (i + 2 < to && Dates.isDayNumber(sentence.words().get(i)) && Dates.isDayNumber(sentence.words().get(i + 1))) {
                // 17:00
                i++;
            }
            if (i + 1 < to && Dates.isDayNumber(sentence.words().get(i)) && phrases("clock").at(sentence, i + 1) > 0) {
                i++;
                continue;
            }
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
