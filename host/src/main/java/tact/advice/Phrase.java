package tact.advice;

import java.util.List;

/**
 * What to say, still without a language: a key of {@code messages_<lang>.properties} with its arguments.
 *
 * @param arguments strings, integers and {@link java.time.LocalDate}s
 */
public record Phrase(String key, List<Object> arguments) {

    public Phrase {
        arguments = List.copyOf(arguments);
    }

    public static Phrase of(String key, Object... arguments) {
        return new Phrase(key, List.of(arguments));
    }
}
