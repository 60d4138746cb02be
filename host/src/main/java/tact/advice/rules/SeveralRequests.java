package tact.advice.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tact.advice.Advice;
import tact.advice.Phrase;
import tact.advice.Range;
import tact.advice.Rule;
import tact.advice.Severity;
import tact.advice.Situation;
import tact.mail.Writing.Said;

/** Finds a follow-up that asks for more than one thing. */
public final class SeveralRequests extends Rule {

    public SeveralRequests() {
        super("several-requests", Severity.HINT);
    }

    @Override
    public Optional<Advice> examine(Situation situation) {
        if (!situation.isLinted() || !situation.writing().isSurelyRead()) {
            return Optional.empty();
        }
        List<Said> asks = distinct(Asks.concrete(situation.writing()));
        if (asks.size() < 2) {
            return Optional.empty();
        }
        return Optional.of(new Advice(id(), severity(), Phrase.of("several-requests", asks.size()), null)
                .at(asks.stream().skip(1).map(Said::place).map(Range::of).toList()));
    }

    /**
     * What is asked for, each once: offering several days or places for a meeting is one request; asking for an answer, or
     * the same in another way, is none of its own.
     */
    private static List<Said> distinct(List<Said> asks) {
        List<Said> distinct = new ArrayList<>();
        boolean isOnMeeting = false;
        for (Said said : asks) {
            boolean isAlternative = said.find("alternative").stream().anyMatch(found -> found.first() == 0);
            boolean asksToMeet = said.says("meeting-ask");
            if (!said.says("soft-ask") && !isAlternative && !(asksToMeet && isOnMeeting)) {
                distinct.add(said);
                isOnMeeting |= asksToMeet;
            }
        }
        return distinct;
    }
}
