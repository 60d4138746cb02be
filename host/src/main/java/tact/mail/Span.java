package tact.mail;

import java.time.LocalDate;

/**
 * A week, a month, a quarter, a year that a mail names, with the first days on which to come back to it, or to a part
 * of it, would not be too early.
 *
 * @param first its first day; of a year 2 January
 * @param mid   its middle: of a week Wednesday, of a month the 15th, of a quarter or season the 15th of its second
 *              month, of a year 1 July
 * @param late  its end: of a week Thursday, of a month the 25th, of what is longer the first day of its last month
 * @param after the first day behind it; of a year 2 January
 */
record Span(LocalDate first, LocalDate mid, LocalDate late, LocalDate after) {

    static Span ofMonths(LocalDate first, int months) {
        // Half of three months is one and a half.
        LocalDate mid = first.plusMonths(months / 2).withDayOfMonth(months % 2 == 0 ? 1 : 15);
        LocalDate late = months == 1 ? first.withDayOfMonth(25) : first.plusMonths(months - 1L);
        return new Span(first, mid, late, first.plusMonths(months));
    }

    static Span ofYear(int year) {
        Span months = ofMonths(LocalDate.of(year, 1, 1), 12);
        return new Span(LocalDate.of(year, 1, 2), months.mid, months.late, LocalDate.of(year + 1, 1, 2));
    }

    static Span ofWeek(LocalDate monday) {
        return new Span(monday, monday.plusDays(2), monday.plusDays(3), monday.plusWeeks(1));
    }

    static Span ofWeekend(LocalDate monday) {
        LocalDate saturday = monday.plusDays(5);
        return new Span(saturday, saturday, saturday, monday.plusWeeks(1));
    }

    boolean isMonth() {
        return after.equals(first.plusMonths(1));
    }
}
