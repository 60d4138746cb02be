package tact.advice.rules;

import java.util.List;
import java.util.Optional;
import tact.advice.Advice;
import tact.advice.Fix;
import tact.advice.Passage;
import tact.advice.Phrase;
import tact.advice.Rule;
import tact.advice.Severity;
import tact.advice.Situation;

/** Finds a follow-up that does not contain the first mail. */
public final class QuoteFirstMail implements Rule {

    @Override
    public String id() {
        return "quote-first-mail";
    }

    @Override
    public Optional<Advice> examine(Situation situation) {
        if (!situation.isFollowUp() || situation.quotesFirstMail()) {
            return Optional.empty();
        }
        return Optional.of(new Advice(
                id(),
                Severity.HINT,
                Phrase.of("quote-first-mail", situation.contact().person().display()),
                Passage.INCLUDE_THE_FIRST_MAIL,
                List.of(new Fix.InsertFirstMail(situation.firstMail()))));
    }
}
