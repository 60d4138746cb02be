package tact.event;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import tact.mail.Address;

/** What events have in common: bounds on what the extension may send, and leniency towards what people type. */
final class Bounds {

    private static final Instant FIRST_YEAR = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant END_OF_YEARS = Instant.parse("+10000-01-01T00:00:00Z");

    private Bounds() {}

    /** @throws IllegalArgumentException past the bound */
    static void atMost(int count, int most, String field) {
        if (count > most) {
            throw new IllegalArgumentException(field + ": " + count + " are more than " + most);
        }
    }

    /** @throws IllegalArgumentException if a moment lies in no year of four digits: its milliseconds might overflow */
    static void moment(Instant moment, String field) {
        if (moment.isBefore(FIRST_YEAR) || !moment.isBefore(END_OF_YEARS)) {
            throw new IllegalArgumentException(field + ": no year of four digits");
        }
    }

    /** @throws IllegalArgumentException below the bound */
    static void atLeast(int count, int least, String field) {
        if (count < least) {
            throw new IllegalArgumentException(field + ": " + count + " is less than " + least);
        }
    }

    /** Without the nulls that unreadable addresses become. */
    static List<Address> readable(List<Address> addresses) {
        return addresses.stream().filter(Objects::nonNull).toList();
    }
}
