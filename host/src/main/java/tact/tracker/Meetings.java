package tact.tracker;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/**
 * The meetings with a person: what was agreed, moved, called off, held. A meeting counts as held from the beginning of its day.
 * Steps are told in order of time.
 */
final class Meetings {

    private final ZoneId zone;
    private final List<LocalDate> held = new ArrayList<>();
    private LocalDate next;

    /** @param zone the user's */
    Meetings(ZoneId zone) {
        this.zone = zone;
    }

    /** At this moment they agreed on a day; a meeting that was still to come is moved to it. */
    void agreed(LocalDate day, Instant at) {
        passTo(at);
        next = day;
        passTo(at);
    }

    /** At this moment the meeting that was still to come was called off. */
    void calledOff(Instant at) {
        passTo(at);
        next = null;
    }

    /** At this moment the user said that there is no meeting: neither the next one, nor the last one. */
    void denied(Instant at) {
        passTo(at);
        if (next == null && !held.isEmpty()) {
            held.remove(held.size() - 1);
        }
        next = null;
    }

    /** It is now this late. */
    void passTo(Instant at) {
        if (next != null && !start(next).isAfter(at)) {
            held.add(next);
            next = null;
        }
    }

    /** The day of the next meeting, else of the last one held; null if there is none. */
    LocalDate day() {
        return next != null ? next : held.isEmpty() ? null : held.get(held.size() - 1);
    }

    /** When the meetings that were held began, in the order in which they were agreed. */
    List<Instant> held() {
        return held.stream().map(this::start).toList();
    }

    private Instant start(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }
}
