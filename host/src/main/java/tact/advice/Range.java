package tact.advice;

import tact.mail.Writing;

/**
 * A place in a draft's text.
 *
 * @param start index of its first character
 * @param end   index after its last character
 */
public record Range(int start, int end) {
    public Range {
        if (start < 0 || end <= start) {
            throw new IllegalArgumentException("no range: " + start + " to " + end);
        }
    }

    /** The range of something that was read in the draft. */
    public static Range of(Writing.Place place) {
        return new Range(place.start(), place.end());
    }
}
