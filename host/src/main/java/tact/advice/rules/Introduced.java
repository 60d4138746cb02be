package tact.advice.rules;

import java.util.List;
import java.util.Optional;
import tact.advice.Advice;
import tact.advice.AfterNo;
import tact.advice.Fix;
import tact.advice.Passage;
import tact.advice.Phrase;
import tact.advice.Rule;
import tact.advice.Severity;
import tact.advice.Situation;
import tact.mail.Address;

/** Warns, after a firm no, of pressing somebody to whom another person introduced the user; asks the introducer. */
public final class Introduced extends Rule {

    public Introduced() {
        super("introduced", Severity.WARNING, Passage.DO_NOT_ENDANGER_THE_INTRODUCER, Passage.ASK_THE_INTRODUCER);
    }

    @Override
    public Optional<Advice> examine(Situation situation) {
        Address introducer = situation.contact().course().introducer().orElse(null);
        if (!situation.isDeclined() || introducer == null || AfterNo.isMereThanks(situation.writing())) {
            return Optional.empty();
        }
        String person = situation.contact().person().display();
        return Optional.of(new Advice(
                        id(),
                        severity(),
                        Phrase.of("introduced", introducer.display(), person),
                        Passage.DO_NOT_ENDANGER_THE_INTRODUCER)
                .fixedBy(List.of(request(introducer, person, situation.draft().from()))));
    }

    /** A mail that asks for an introduction; a name that is not known is left out. */
    private static Fix request(Address introducer, String person, Address from) {
        Phrase subject = Phrase.of("introduced.subject", person);
        Phrase body = Phrase.of(
                "introduced.body", person, introducer.name(), from.name(), known(introducer), known(from));
        return new Fix.WriteTo(introducer, subject, body);
    }

    private static int known(Address address) {
        return address.name().isEmpty() ? 0 : 1;
    }
}
