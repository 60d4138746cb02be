package tact.advice.rules;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tact.advice.Advice;
import tact.advice.Phrase;
import tact.advice.Rule;
import tact.advice.Severity;
import tact.advice.Situation;
import tact.event.Draft;
import tact.mail.Address;
import tact.mail.Mail;

/** Finds a draft to an address from which the last mail came back. */
public final class Returned extends Rule {

    /** Its id: the lens says it first. */
    public static final String ID = "returned";

    public Returned() {
        super(ID, Severity.WARNING);
    }

    @Override
    public Optional<Advice> examine(Situation situation) {
        Mail returned = situation.contact().course().returned();
        if (returned == null || !asksAgain(situation.draft(), returned)) {
            return Optional.empty();
        }
        Phrase text = Phrase.of(
                "returned",
                situation.contact().person().display(),
                situation.dayOf(returned.date()),
                situation.contact().person().spec());
        return Optional.of(new Advice(id(), severity(), text, null));
    }

    /** One who has several addresses may be written to at another one. */
    private static boolean asksAgain(Draft draft, Mail returned) {
        Set<String> tried = returned.to().stream().map(Address::identity).collect(Collectors.toSet());
        return draft.to().stream().map(Address::identity).anyMatch(tried::contains);
    }
}
