package tact.event;

import java.util.List;
import java.util.Objects;

/**
 * What the user, or an administrator, has set. Null stands for the default; a value out of bounds counts as null, so that no mistake
 * in it stands in the way of advice.
 *
 * @param holidays          whose public holidays: a country and perhaps its region, such as "DE" or "DE-BY" (ISO 3166)
 * @param workingDays       by ISO 8601, 1 for Monday to 7 for Sunday
 * @param budget            tries to one person
 * @param daysToSecondTry   days from the first try to the second
 * @param daysToLaterTry    days from each later try to the next
 * @param sameAttemptMinutes mail on the same thread this soon belongs to the try before it
 * @param establishedMails  so many mails within a year make somebody an established correspondent
 * @param rulesOff          ids of rules that shall not speak
 */
public record Settings(
        String holidays,
        List<Integer> workingDays,
        Integer budget,
        Integer daysToSecondTry,
        Integer daysToLaterTry,
        Integer sameAttemptMinutes,
        Integer establishedMails,
        List<String> rulesOff) {

    /** Nothing is set. */
    public static final Settings NONE = new Settings(null, null, null, null, null, null, null, List.of());

    private static final int MAX_DAYS = 60;
    private static final int MAX_BUDGET = 9;
    private static final int MAX_MINUTES = 1440;
    private static final int MAX_ESTABLISHED = 100;
    private static final int MAX_RULES = 200;
    private static final int MAX_CODE = 12;

    public Settings {
        holidays = holidays != null && holidays.matches("[A-Za-z]{2}(-[A-Za-z0-9]{1,8})?") && holidays.length() <= MAX_CODE
                ? holidays
                : null;
        workingDays = workingDays == null || workingDays.isEmpty() || !workingDays.stream().allMatch(day -> within(day, 1, 7) != null)
                ? null
                : List.copyOf(workingDays);
        budget = within(budget, 1, MAX_BUDGET);
        daysToSecondTry = within(daysToSecondTry, 1, MAX_DAYS);
        daysToLaterTry = within(daysToLaterTry, 1, MAX_DAYS);
        sameAttemptMinutes = within(sameAttemptMinutes, 0, MAX_MINUTES);
        establishedMails = within(establishedMails, 1, MAX_ESTABLISHED);
        rulesOff = rulesOff == null ? List.of() : rulesOff.stream().filter(Objects::nonNull).toList();
        Bounds.atMost(rulesOff.size(), MAX_RULES, "rulesOff");
    }

    private static Integer within(Integer value, int least, int most) {
        return value != null && value >= least && value <= most ? value : null;
    }
}
