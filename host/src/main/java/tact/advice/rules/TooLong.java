package tact.advice.rules;

import java.util.Optional;
import java.util.Set;
import tact.advice.Advice;
import tact.advice.Passage;
import tact.advice.Phrase;
import tact.advice.Rule;
import tact.advice.Severity;
import tact.advice.Situation;

/** Finds a follow-up that is longer than it need be. */
public final class TooLong implements Rule {

    private static final int MAX_WORDS = 125;

    @Override
    public String id() {
        return "too-long";
    }

    @Override
    public Severity severity() {
        return Severity.HINT;
    }

    @Override
    public Set<Passage> passages() {
        return Set.of();
    }

    @Override
    public Optional<Advice> examine(Situation situation) {
        int words = situation.isLinted() ? situation.writing().words() : 0;
        return words <= MAX_WORDS
                ? Optional.empty()
                : Optional.of(new Advice(id(), severity(), Phrase.of("too-long", words, MAX_WORDS), null));
    }
}
