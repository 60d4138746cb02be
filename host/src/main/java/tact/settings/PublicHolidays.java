package tact.settings;

import de.focus_shift.jollyday.core.CalendarHierarchy;
import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.text.Collator;
import java.time.LocalDate;
import java.time.Year;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The public holidays of countries and their regions, as Jollyday has them. Loaded only where the user has chosen one. */
public final class PublicHolidays {

    /** The letters of a country's code. */
    private static final int COUNTRY = 2;

    /** Territories in which nobody lives. */
    private static final Set<String> WITHOUT_HOLIDAYS = Set.of("AQ", "BV", "HM", "IO", "TF", "UM");

    private PublicHolidays() {}

    /**
     * A calendar of holidays.
     *
     * @param code ISO 3166: of a country "DE", of a region "DE-BY"
     * @param name in the user's language
     */
    public record Calendar(String code, String name) {}

    /**
     * The days on which hardly anybody works.
     *
     * @param code  ISO 3166, such as "DE" or "DE-BY"
     * @param first year
     * @param last  year
     * @return empty if there is no such calendar
     */
    public static Set<LocalDate> of(String code, int first, int last) {
        String country = country(code);
        if (!isKnown(country)) {
            return Set.of();
        }
        HolidayManager manager = HolidayManager.getInstance(ManagerParameters.create(country));
        String[] region = code.equalsIgnoreCase(country) ? new String[0] : new String[] {code.substring(country.length() + 1)
                .toLowerCase(Locale.ROOT)};
        Set<LocalDate> days = new HashSet<>();
        for (int year = first; year <= last; year++) {
            manager.getHolidays(Year.of(year), HolidayType.PUBLIC_HOLIDAY, region).stream().map(Holiday::getDate).forEach(days::add);
        }
        return days;
    }

    /** The codes of all countries, in their order. */
    public static List<String> countries() {
        return HolidayManager.getSupportedCalendarCodes().stream()
                .filter(code -> code.length() == COUNTRY)
                .map(code -> code.toUpperCase(Locale.ROOT))
                .filter(code -> !WITHOUT_HOLIDAYS.contains(code))
                .sorted()
                .toList();
    }

    /** The regions of a country that have holidays of their own, by their name; empty if there are none. */
    public static List<Calendar> regions(String code, Locale language) {
        String country = country(code);
        if (!isKnown(country)) {
            return List.of();
        }
        CalendarHierarchy all = HolidayManager.getInstance(ManagerParameters.create(country)).getCalendarHierarchy();
        return all.getChildren().values().stream()
                .map(region -> new Calendar(
                        (country + "-" + region.getId()).toUpperCase(Locale.ROOT), region.getDescription(language)))
                .sorted(Comparator.comparing(Calendar::name, Collator.getInstance(language)))
                .toList();
    }

    private static boolean isKnown(String country) {
        return HolidayManager.getSupportedCalendarCodes().stream().anyMatch(country::equalsIgnoreCase);
    }

    private static String country(String code) {
        return code.substring(0, Math.min(COUNTRY, code.length())).toLowerCase(Locale.ROOT);
    }
}
