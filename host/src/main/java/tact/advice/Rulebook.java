package tact.advice;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import tact.advice.rules.AttemptCount;
import tact.advice.rules.Due;
import tact.advice.rules.LastTry;
import tact.advice.rules.QuoteFirstMail;
import tact.advice.rules.StopAfterThree;
import tact.advice.rules.TooEarly;

/** All rules, by id. */
public final class Rulebook {

    private static final List<Rule> RULES = List.of(
            new AttemptCount(), new Due(), new LastTry(), new QuoteFirstMail(), new StopAfterThree(), new TooEarly());

    private Rulebook() {}

    /** Sorted by id. */
    public static List<Rule> rules() {
        return RULES;
    }

    /**
     * The rule of this id.
     *
     * @throws java.util.NoSuchElementException if there is none
     */
    public static Rule rule(String id) {
        return RULES.stream().filter(rule -> rule.id().equals(id)).findFirst().orElseThrow();
    }

    /** What all rules find, most severe first, rules of equal severity by id. */
    public static List<Advice> examine(Situation situation) {
        return RULES.stream()
                .filter(rule -> !rule.canBeSwitchedOff() || !situation.draft().silenced().contains(rule.id()))
                .map(rule -> rule.examine(situation))
                .flatMap(Optional::stream)
                .sorted(Comparator.comparing(Advice::severity).reversed().thenComparing(Advice::rule))
                .toList();
    }
}
