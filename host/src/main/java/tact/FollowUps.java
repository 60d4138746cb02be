package tact;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
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
import tact.mail.MessageId;
import tact.protocol.Reply;
import tact.tracker.FollowUp;
import tact.tracker.FollowUpIndex;
import tact.tracker.Ledger;
import tact.tracker.Policy;
import tact.tracker.SearchWords;
import tact.tracker.TrackedThread;
import tact.tracker.Tracker;

/** Answers what is asked of all follow-ups together, at one moment. Found by the index, told from the facts. */
final class FollowUps {

    private final Ledger ledger;
    private final FollowUpIndex index;
    private final Tracker tracker;
    private final Texts texts;
    private final Instant now;
    private final ZoneId zone;
    private final BooleanSupplier isTimeLeft;

    /** @param isTimeLeft whether to work on at what is still to be worked out */
    FollowUps(Ledger ledger, Tracker tracker, Texts texts, Instant now, ZoneId zone, BooleanSupplier isTimeLeft) {
        this.ledger = Objects.requireNonNull(ledger);
        this.index = ledger.followUps();
        this.tracker = Objects.requireNonNull(tracker);
        this.texts = Objects.requireNonNull(texts);
        this.now = Objects.requireNonNull(now);
        this.zone = Objects.requireNonNull(zone);
        this.isTimeLeft = Objects.requireNonNull(isTimeLeft);
    }

    private int catchUp() {
        return index.catchUp(new FollowUpIndex.Rules(rules(tracker.policy(), zone), tracker, now, zone), isTimeLeft);
    }

    /** All that the same facts are told by; another Tact may tell them otherwise. */
    private static String rules(Policy policy, ZoneId zone) {
        return String.join(" ", Version.CURRENT, zone.getId(), policy.budget() + "", policy.daysToSecondTry() + "",
                policy.daysToLaterTry() + "", policy.outerDays() + "", policy.workingDaysBack() + "", policy.daysToLater() + "",
                policy.sameAttempt() + "", policy.establishedMails() + "", policy.establishedWithin() + "",
                new TreeSet<>(policy.workingDays()) + "", new TreeSet<>(policy.holidays()) + "");
    }

    /** A page of the list. */
    FollowUpList list(Event.FollowUpsAsked asked) {
        int behind = catchUp();
        SearchWords words = SearchWords.of(asked.text());
        Map<FollowUpGroup, Integer> counts = index.counts(words);
        Map<FollowUpGroup, Integer> all = words.words().isEmpty() ? counts : index.counts(SearchWords.of(""));
        FollowUpMaker maker = new FollowUpMaker(texts, tracker.policy(), now, zone);
        return new FollowUpList(
                Stream.of(FollowUpGroup.values()).map(group -> new GroupCount(group.id(), counts.getOrDefault(group, 0))).toList(),
                all.getOrDefault(FollowUpGroup.DUE, 0),
                behind,
                index.find(asked.group(), words, asked.sort(), asked.from(), asked.limit()).stream()
                        .map(this::followUp)
                        .flatMap(Optional::stream)
                        .map(maker::row)
                        .toList());
    }

    private Optional<FollowUp> followUp(MessageId root) {
        return tracker.thread(root, ledger.aboutThread(root), now, zone).flatMap(TrackedThread::followUp);
    }

    /** What became of the tries. */
    Insights insights() {
        int behind = catchUp();
        Instant known = now.minus(Duration.ofDays(tracker.policy().outerDays()));
        return new InsightsMaker(texts).insights(index.outcomes(known), behind);
    }

    /** A page of marks. */
    Reply.Marks marks(Event.MarksAsked asked) {
        int behind = catchUp();
        List<FollowUpIndex.Mark> found = index.marks(asked.from(), asked.limit() + 1);
        boolean isMore = found.size() > asked.limit();
        return new Reply.Marks(
                found.stream().limit(asked.limit()).map(mark -> new TryMark(mark.newestTry(), mark.mark())).toList(),
                isMore ? asked.from() + asked.limit() : null,
                behind);
    }
}
