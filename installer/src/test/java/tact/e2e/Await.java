package tact.e2e;

import java.time.Duration;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Bounded waiting: polls until something is so, or fails saying what was awaited and what was seen last. */
final class Await {

    /** Long enough for a busy two-core machine, short enough for a run to end. */
    static final Duration LIMIT = Duration.ofSeconds(25);

    /** After a change of the lens, the old text can stay on the screen for a moment. */
    static final Duration BLINK = Duration.ofMillis(500);

    private static final Duration PAUSE = Duration.ofMillis(60);

    private Await() {}

    /**
     * Polls {@code look} until {@code good} holds.
     *
     * @param what what is awaited, for the failure's text
     * @return the first value that was good
     * @throws AssertionError when {@link #LIMIT} has passed
     */
    static <T> T until(String what, Supplier<T> look, Predicate<T> good) {
        return until(what, LIMIT, look, good);
    }

    /** {@link #until(String, Supplier, Predicate)} with a limit of its own. */
    static <T> T until(String what, Duration limit, Supplier<T> look, Predicate<T> good) {
        long end = System.nanoTime() + limit.toNanos();
        while (true) {
            T seen = look.get();
            if (good.test(seen)) {
                return seen;
            }
            if (System.nanoTime() > end) {
                throw new AssertionError("Waited " + limit.toSeconds() + " s for " + what + "; last seen: " + seen);
            }
            pause(PAUSE);
        }
    }

    /** Polls until {@code is} returns true. */
    static void that(String what, Supplier<Boolean> is) {
        until(what, is, Boolean.TRUE::equals);
    }

    /** Sleeps; an interrupt becomes an {@link IllegalStateException}, since no test goes on after one. */
    static void pause(Duration time) {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
