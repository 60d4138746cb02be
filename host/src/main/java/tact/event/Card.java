package tact.event;

import java.util.List;
import java.util.Objects;
import tact.mail.Address;

/**
 * A card of the address book.
 *
 * @param id        of the card; the same as long as it exists
 * @param addresses on it; empty when the card is gone
 */
public record Card(String id, List<Address> addresses) {

    /** The most addresses on one card. */
    static final int MAX_ADDRESSES = 16;

    public Card {
        Objects.requireNonNull(id);
        addresses = Bounds.readable(addresses);
        Bounds.atMost(addresses.size(), MAX_ADDRESSES, "addresses");
    }
}
