package tact.advice;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tact.advice.rules.AfterTheMeeting;
import tact.advice.rules.AskOrigin;
import tact.advice.rules.AskPriority;
import tact.advice.rules.AttemptCount;
import tact.advice.rules.Away;
import tact.advice.rules.CallInstead;
import tact.advice.rules.CompellingReason;
import tact.advice.rules.Declined;
import tact.advice.rules.Due;
import tact.advice.rules.EmptyNudge;
import tact.advice.rules.GutCheck;
import tact.advice.rules.Introduced;
import tact.advice.rules.LastTry;
import tact.advice.rules.MeetingDay;
import tact.advice.rules.MissingName;
import tact.advice.rules.NoOrBusy;
import tact.advice.rules.NoRequest;
import tact.advice.rules.NotNow;
import tact.advice.rules.Overdue;
import tact.advice.rules.Pressure;
import tact.advice.rules.QuoteFirstMail;
import tact.advice.rules.Reproach;
import tact.advice.rules.Returned;
import tact.advice.rules.SamePerson;
import tact.advice.rules.SaySecondTry;
import tact.advice.rules.SeveralRequests;
import tact.advice.rules.ShortMeeting;
import tact.advice.rules.StopAfterThree;
import tact.advice.rules.ThankThem;
import tact.advice.rules.TheirConvenience;
import tact.advice.rules.TooEarly;
import tact.advice.rules.TooLong;

/** All rules, by id. */
public final class Rulebook {

    private static final List<Rule> RULES = List.of(
            new AfterTheMeeting(),
            new AskOrigin(),
            new AskPriority(),
            new AttemptCount(),
            new Away(),
            new CallInstead(),
            new CompellingReason(),
            new Declined(),
            new Due(),
            new EmptyNudge(),
            new GutCheck(),
            new Introduced(),
            new LastTry(),
            new MeetingDay(),
            new MissingName(),
            new NoOrBusy(),
            new NoRequest(),
            new NotNow(),
            new Overdue(),
            new Pressure(),
            new QuoteFirstMail(),
            new Reproach(),
            new Returned(),
            new SamePerson(),
            new SaySecondTry(),
            new SeveralRequests(),
            new ShortMeeting(),
            new StopAfterThree(),
            new ThankThem(),
            new TheirConvenience(),
            new TooEarly(),
            new TooLong());

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

    /**
     * What all rules find, most severe first, rules of equal severity by id. About whom the user wants to hear nothing, none speaks;
     * after letting go, only what would hold the mail.
     */
    public static List<Advice> examine(Situation situation) {
        if (situation.contact().course().isMuted()) {
            return List.of();
        }
        List<Advice> found = RULES.stream()
                .filter(rule -> !rule.canBeSwitchedOff() || !situation.draft().silenced().contains(rule.id()))
                .map(rule -> rule.examine(situation))
                .flatMap(Optional::stream)
                .filter(advice -> !situation.isQuiet() || advice.severity() == Severity.HOLD)
                .sorted(Comparator.comparing(Advice::severity).reversed().thenComparing(Advice::rule))
                .toList();
        Set<String> superseded = found.stream()
                .flatMap(advice -> rule(advice.rule()).supersedes().stream())
                .collect(Collectors.toSet());
        return superseded.isEmpty() ? found : found.stream().filter(advice -> !superseded.contains(advice.rule())).toList();
    }
}
