package tact.advice.rules;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import tact.advice.Advice;
import tact.advice.AfterNo;
import tact.advice.Choice;
import tact.advice.Fix;
import tact.advice.Passage;
import tact.advice.Phrase;
import tact.advice.Rule;
import tact.advice.Severity;
import tact.advice.Situation;
import tact.event.Claim;
import tact.event.Outcome;

/**
 * Asks the article's question before a last try and past the budget. What it offers is for who would be annoyed; the answer itself is
 * the user's own and goes nowhere.
 */
public final class GutCheck extends Rule {

    /** Its id: windows show it as a question, not as a finding. */
    public static final String ID = "gut-check";

    public GutCheck() {
        super(ID, Severity.INFO, Passage.INTRODUCING_PEOPLE_WHO_MIGHT_HELP, Passage.GUT_CHECK, Passage.MAD_OR_THANKFUL);
    }

    @Override
    public Optional<Advice> examine(Situation situation) {
        if (!situation.isLastTry() && !situation.isPastBudget() || isMereThanksAfterNo(situation)) {
            return Optional.empty();
        }
        String name = situation.contact().person().display();
        return Optional.of(new Advice(id(), severity(), Phrase.of("gut-check"), Passage.GUT_CHECK)
                .asking(List.of(new Choice(Phrase.of("action.let-go", name), new Claim.Decided(Outcome.LET_GO))))
                .fixedBy(situation.isDeclined() ? List.of() : List.of(new Fix.SendOn(aWeekLater(situation)))));
    }

    private static boolean isMereThanksAfterNo(Situation situation) {
        return situation.isDeclined() && situation.streak().isEmpty() && AfterNo.isMereThanks(situation.writing());
    }

    private static LocalDate aWeekLater(Situation situation) {
        LocalDate week = situation.policy().workingDay(situation.today().plusDays(situation.daysToWait()));
        LocalDate due = situation.due();
        return due != null && due.isAfter(week) ? due : week;
    }
}
