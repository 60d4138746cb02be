package tact.event;

import java.util.List;
import java.util.Objects;
import tact.mail.Address;

/** What events have in common: bounds on what the extension may send, and leniency towards what people type. */
final class Bounds {

    private Bounds() {}

    /** @throws IllegalArgumentException past the bound */
    static void atMost(int count, int most, String field) {
        if (count > most) {
            throw new IllegalArgumentException(field + ": " + count + " are more than " + most);
        }
    }

    /** Without the nulls that unreadable addresses become. */
    static List<Address> readable(List<Address> addresses) {
        return addresses.stream().filter(Objects::nonNull).toList();
    }
}
