package tact.protocol;

import java.util.Objects;
import tact.event.Event;

/**
 * An event in its envelope.
 *
 * @param id of the request, to be given back in the reply
 */
public record Request(long id, Event event) {
    public Request {
        Objects.requireNonNull(event);
    }
}
