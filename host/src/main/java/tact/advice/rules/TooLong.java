package tact.advice.rules;

import java.util.Optional;
import tact.advice.Advice;
import tact.advice.Phrase;
import tact.advice.Rule;
import tact.advice.Severity;
import tact.advice.Situation;

/** Finds a follow-up that is longer than it need be. */
public final class TooLong extends Rule {

    private static final int MAX_WORDS = 125;

    public TooLong() {
        super("too-long", Severity.HINT);
    }

    @Override
    public Optional<Advice> examine(Situation situation) {
        int words = situation.isLinted() ? situation.writing().words() : 0;
        return words <= MAX_WORDS
                ? Optional.empty()
                : Optional.of(new Advice(id(), severity(), Phrase.of("too-long", words, MAX_WORDS), null));
    }
}
