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
public final class QuoteFirstMail extends Rule {

    public QuoteFirstMail() {
        super("quote-first-mail", Severity.HINT, Passage.INCLUDE_THE_FIRST_MAIL);
    }

    @Override
    public Optional<Advice> examine(Situation situation) {
        if (!situation.isFollowUp() || situation.quotesFirstMail()) {
            return Optional.empty();
        }
        Phrase text = Phrase.of("quote-first-mail", situation.contact().person().display());
        return Optional.of(new Advice(id(), severity(), text, Passage.INCLUDE_THE_FIRST_MAIL)
                .fixedBy(List.of(new Fix.InsertFirstMail(situation.firstMail()))));
    }
}
