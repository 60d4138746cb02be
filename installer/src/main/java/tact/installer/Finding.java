package tact.installer;

import java.util.Objects;

/**
 * What a check of an installation found.
 *
 * @param part      the key of the name of what was looked at, in {@code messages.properties}
 * @param isGood    whether nothing is to be done
 * @param key       the key of what was found; a key with {@code .remedy} says what to do where it is not good
 * @param arguments of both texts
 */
record Finding(String part, boolean isGood, String key, Object... arguments) {

    Finding {
        Objects.requireNonNull(part);
        Objects.requireNonNull(key);
    }

    static Finding good(String part, String key, Object... arguments) {
        return new Finding(part, true, key, arguments);
    }

    static Finding bad(String part, String key, Object... arguments) {
        return new Finding(part, false, key, arguments);
    }
}
