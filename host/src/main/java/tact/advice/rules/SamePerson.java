package tact.advice.rules;

import java.util.List;
import java.util.Optional;
import tact.advice.Advice;
import tact.advice.Choice;
import tact.advice.Phrase;
import tact.advice.Rule;
import tact.advice.Severity;
import tact.advice.Situation;
import tact.event.Claim;
import tact.mail.Address;
import tact.tracker.Attempt;

/** Says that tries to another address of the person are counted, since the user may know better. */
public final class SamePerson extends Rule {

    public SamePerson() {
        super("same-person", Severity.INFO);
    }

    @Override
    public Optional<Advice> examine(Situation situation) {
        Address person = situation.contact().person();
        return situation.streak().attempts().stream()
                .flatMap(attempt -> otherAddress(attempt, situation).stream())
                .findFirst()
                .map(other -> new Advice(id(), severity(), Phrase.of("same-person", other.spec(), person.display()), null)
                        .asking(List.of(new Choice(Phrase.of("same-person.not"), new Claim.NotSameAs(other)))));
    }

    /** The address that an attempt went to, if it is not the draft's. */
    private static Optional<Address> otherAddress(Attempt attempt, Situation situation) {
        List<Address> to = attempt.mail().to();
        String here = situation.contact().person().identity();
        return to.stream().anyMatch(address -> address.identity().equals(here))
                ? Optional.empty()
                : to.stream().filter(address -> situation.contact().alsoAt().contains(address.identity())).findFirst();
    }
}
