package tact.advice.rules;

import java.util.List;
import java.util.Optional;
import tact.advice.Advice;
import tact.advice.Fix;
import tact.advice.Phrase;
import tact.advice.Rule;
import tact.advice.Severity;
import tact.advice.Situation;
import tact.mail.Writing;

/** Finds a follow-up that asks for nothing. */
public final class NoRequest extends Rule {

    /** A line such as "The attachment." asks nothing, and need not. */
    private static final int MIN_WORDS = 12;

    public NoRequest() {
        super("no-request", Severity.HINT);
    }

    @Override
    public Optional<Advice> examine(Situation situation) {
        Writing writing = situation.writing();
        if (!situation.isLinted() || !writing.isSurelyRead() || writing.words() < MIN_WORDS || !isFinished(situation)
                || Asks.any(writing) || writing.sentences().stream().anyMatch(said -> Asks.nudge(said) != null)) {
            return Optional.empty();
        }
        return Optional.of(new Advice(id(), severity(), Phrase.of("no-request"), null)
                .fixedBy(List.of(new Fix.AddSentence(EasyQuestion.on(situation.firstMail())))));
    }

    /** Whether the letter has come to its end, closing words or a name. Before, the request may still follow. */
    private static boolean isFinished(Situation situation) {
        List<Writing.Said> sentences = situation.writing().sentences();
        String last = sentences.get(sentences.size() - 1).text();
        return situation.writing().isClosed() || situation.draft().from().name().contains(last);
    }
}
