package tact;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tact.annotation.FollowUpList;
import tact.annotation.FollowUpList.GroupCount;
import tact.annotation.FollowUpMaker;
import tact.annotation.Insights;
import tact.annotation.InsightsMaker;
import tact.annotation.Texts;
import tact.annotation.TryMark;
import tact.event.Event;
import tact.event.FollowUpGroup;
import tact.event.FollowUpSort;
import tact.protocol.Reply;
import tact.tracker.FollowUp;
import tact.tracker.Ledger;
import tact.tracker.Outcomes;
import tact.tracker.Outcomes.Tally;
import tact.tracker.SearchWords;
import tact.tracker.Tracker;
import tact.tracker.TryOutcome;

/** Answers what is asked of all follow-ups together. */
final class FollowUps {

    private final Ledger ledger;
    private final Tracker tracker;
    private final Texts texts;
    private final Instant now;
    private final ZoneId zone;

    FollowUps(Ledger ledger, Tracker tracker, Texts texts, Instant now, ZoneId zone) {
        this.ledger = ledger;
        this.tracker = tracker;
        this.texts = texts;
        this.now = now;
        this.zone = zone;
    }

    private List<FollowUp> all() {
        return tracker.followUps(ledger.all(), now, zone);
    }

    FollowUpList list(Event.FollowUpsAsked asked) {
        List<FollowUp> all = all();
        SearchWords words = SearchWords.of(asked.text());
        List<FollowUp> found = all.stream().filter(followUp -> contains(followUp, words)).toList();
        FollowUpMaker maker = new FollowUpMaker(texts, tracker.policy(), now, zone);
        return new FollowUpList(
                Stream.of(FollowUpGroup.values())
                        .map(group -> new GroupCount(group.id(), (int) found.stream().filter(row -> row.group() == group).count()))
                        .toList(),
                (int) all.stream().filter(row -> row.group() == FollowUpGroup.DUE).count(),
                0,
                found.stream()
                        .filter(row -> asked.group() == null || row.group() == asked.group())
                        .sorted(order(asked.sort()))
                        .skip(asked.from())
                        .limit(asked.limit())
                        .map(maker::row)
                        .toList());
    }

    private static boolean contains(FollowUp followUp, SearchWords words) {
        String text = SearchWords.fold(
                followUp.contact().person().name() + " " + followUp.contact().person().spec() + " " + followUp.subject());
        return words.words().stream().allMatch(text::contains);
    }

    private static Comparator<FollowUp> order(FollowUpSort sort) {
        Comparator<FollowUp> newest = Comparator.comparing(FollowUp::lastContact).reversed().thenComparing(FollowUp::root);
        Comparator<FollowUp> within = switch (sort) {
            case NEXT -> Comparator.comparing(
                            (FollowUp row) -> row.next() == null ? LocalDate.MAX : row.next())
                    .thenComparing(newest);
            case LAST_CONTACT -> newest;
            case PERSON -> Comparator.comparing((FollowUp row) -> SearchWords.fold(row.contact().person().display()))
                    .thenComparing(newest);
        };
        return Comparator.comparing(FollowUp::group).thenComparing(within);
    }

    Insights insights() {
        return new InsightsMaker(texts).insights(outcomes(all()), 0);
    }

    private Outcomes outcomes(List<FollowUp> all) {
        Map<Integer, Tally> byNumber = new HashMap<>();
        Map<DayOfWeek, Tally> byWeekday = new HashMap<>();
        List<Duration> times = new ArrayList<>();
        Instant known = now.minus(Duration.ofDays(tracker.policy().outerDays()));
        for (FollowUp followUp : all) {
            for (TryOutcome outcome : followUp.outcomes()) {
                if (outcome.result() != TryOutcome.Result.OPEN || outcome.sentAt().isBefore(known)) {
                    Tally one = new Tally(1, outcome.result() == TryOutcome.Result.ANSWERED ? 1 : 0);
                    byNumber.merge(outcome.number(), one, FollowUps::sum);
                    byWeekday.merge(outcome.sentAt().atZone(zone).getDayOfWeek(), one, FollowUps::sum);
                }
                if (outcome.answeredAfter() != null) {
                    times.add(outcome.answeredAfter());
                }
            }
        }
        times.sort(Comparator.naturalOrder());
        int streaks = all.stream().mapToInt(followUp -> followUp.contact().streaks().size()).sum();
        int letGo = (int) all.stream().filter(followUp -> followUp.standing() == tact.tracker.Standing.LET_GO).count();
        return new Outcomes(streaks, letGo, byNumber, byWeekday, times);
    }

    private static Tally sum(Tally one, Tally other) {
        return new Tally(one.tries() + other.tries(), one.answered() + other.answered());
    }

    Reply.Marks marks(Event.MarksAsked asked) {
        List<TryMark> all = all().stream()
                .sorted(Comparator.comparing(FollowUp::root))
                .flatMap(followUp -> followUp.mark(tracker.policy()).stream().map(mark -> new TryMark(followUp.newestTry(), mark)))
                .toList();
        int end = Math.min(all.size(), asked.from() + asked.limit());
        return new Reply.Marks(all.subList(Math.min(asked.from(), end), end), end < all.size() ? end : null, 0);
    }
}
