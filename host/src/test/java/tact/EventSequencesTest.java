package tact;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tact.EventSequences.Happening;
import tact.EventSequences.Path;
import tact.advice.Advice;
import tact.advice.Rulebook;
import tact.advice.Severity;
import tact.advice.Situation;
import tact.annotation.Annotation;
import tact.annotation.Annotator;
import tact.annotation.Counter;
import tact.annotation.CounterMaker;
import tact.annotation.Texts;
import tact.event.Draft;
import tact.mail.Mail;
import tact.mail.Writing;
import tact.store.SqliteLedger;
import tact.tracker.ContactHistory;
import tact.tracker.Dossier;
import tact.tracker.Policy;
import tact.tracker.Standing;
import tact.tracker.Statement;
import tact.tracker.Streak;
import tact.tracker.Tracker;

/** Everything that can happen with a person, and in every order: what must hold whatever happens. */
class EventSequencesTest {

    private static final Policy POLICY = Policy.DEFAULT;
    private static final Tracker TRACKER = new Tracker(POLICY);
    private static final Duration AT_ONCE = Duration.ofMinutes(1);
    private static final String TEXT = "Dear Anna, this is my second mail. Could you tell me who looks at portfolios?";
    private static final Writing WRITING = Writing.of(TEXT);
    /** Advice on the time of a follow-up: at most one of these speaks. */
    private static final Set<String> ON_THE_TIME = Set.of("too-early", "due", "overdue");

    /** Paths this long are looked at in words too. */
    private static final int LENGTH_IN_WORDS = 4;
    private static final List<Texts> LANGUAGES = Texts.LANGUAGES.stream().map(Texts::in).toList();

    private final Map<String, Path> broken = new ConcurrentSkipListMap<>();
    private final AtomicLong looks = new AtomicLong();

    @Test
    void what_the_article_tells_of_keeps_its_promises_in_every_order() {
        everyPath(Happening.OF_THE_ARTICLE, 6, false);

        assertThat(broken).as("after %d looks, the shortest path to each broken promise", looks.get()).isEmpty();
    }

    @Test
    void so_it_does_when_each_attempt_opens_a_thread_of_its_own() {
        everyPath(Happening.OF_THE_ARTICLE, 5, true);

        assertThat(broken).as("after %d looks, the shortest path to each broken promise", looks.get()).isEmpty();
    }

    @Test
    void so_it_does_with_all_that_the_user_can_say() {
        everyPath(List.of(Happening.values()), 4, false);

        assertThat(broken).as("after %d looks, the shortest path to each broken promise", looks.get()).isEmpty();
    }

    @Test
    void the_order_in_which_facts_arrive_does_not_matter() {
        Random random = new Random(3);
        for (int round = 0; round < 300; round++) {
            Path path = randomPath(random, 12, random.nextBoolean());
            List<ContactHistory> told = histories(path, path.dossier());
            List<Mail> mails = new ArrayList<>(path.mails());
            List<Statement> statements = new ArrayList<>(path.statements());
            Collections.shuffle(mails, random);
            Collections.shuffle(statements, random);

            Dossier shuffled = new Dossier(Set.of(Post.LENA.identity()), Set.of(), mails, statements);
            assertThat(histories(path, shuffled)).as("%s", path).isEqualTo(told);
            try (SqliteLedger ledger = SqliteLedger.inMemory()) {
                statements.forEach(ledger::recordStatement);
                mails.forEach(mail -> ledger.recordMails(List.of(mail), path.now()));
                ledger.recordMe(List.of(Post.LENA));
                Draft draft = path.draft();
                assertThat(histories(path, ledger.about(draft.to(), draft.references(), draft.subject()))).as("%s", path).isEqualTo(told);
            }
        }
    }

    private static Path randomPath(Random random, int length, boolean threads) {
        Path path = Path.begin(threads);
        while (path.happenings().size() < length) {
            Path next = path.then(Happening.values()[random.nextInt(Happening.values().length)]);
            path = next == null ? path : next;
        }
        return path;
    }

    private static List<ContactHistory> histories(Path path, Dossier dossier) {
        return TRACKER.histories(path.draft(), dossier, path.now(), Post.ZONE);
    }

    /** Depth first, so that what begins alike is built once; the first two things part the work. */
    private void everyPath(List<Happening> happenings, int length, boolean threads) {
        Path begin = Path.begin(threads);
        List<Path> firsts = happenings.stream().map(begin::then).filter(path -> path != null).toList();
        firsts.forEach(this::check);
        firsts.stream()
                .flatMap(path -> happenings.stream().map(path::then).filter(next -> next != null))
                .toList()
                .parallelStream()
                .forEach(path -> walk(path, happenings, length));
    }

    private void walk(Path path, List<Happening> happenings, int length) {
        check(path);
        if (path.happenings().size() == length) {
            return;
        }
        for (Happening happening : happenings) {
            Path next = path.then(happening);
            if (next != null) {
                walk(next, happenings, length);
            }
        }
    }

    private void check(Path path) {
        if (path.last() == Happening.ATTEMPT) {
            look(path, path.lastAt().plus(AT_ONCE), true);
        }
        look(path, path.now(), false);
    }

    /** The draft that Lena would write at this moment, on the same thread or on a new one. */
    private void look(Path path, Instant now, boolean isAtOnce) {
        looks.incrementAndGet();
        Look look = new Look(path, now, isAtOnce);
        look.atTheHistory();
        look.atTheAdvice();
        look.atTheWindow();
    }

    /** One moment of a path. */
    private final class Look {
        private final Path path;
        private final boolean isAtOnce;
        private final LocalDate today;
        private final Situation situation;
        private final ContactHistory contact;
        private final List<Advice> advice;

        private Look(Path path, Instant now, boolean isAtOnce) {
            this.path = path;
            this.isAtOnce = isAtOnce;
            this.today = now.atZone(Post.ZONE).toLocalDate();
            Draft draft = path.draft();
            this.contact = TRACKER.histories(draft, path.dossier(), now, Post.ZONE).get(0);
            this.situation = new Situation(draft, WRITING, contact, now, Post.ZONE, POLICY);
            this.advice = Rulebook.examine(situation);
        }

        private void promise(String what, boolean isKept) {
            if (!isKept) {
                broken.merge(what, path, (one, other) -> one.happenings().size() <= other.happenings().size() ? one : other);
            }
        }

        private boolean speaks(String rule) {
            return advice.stream().anyMatch(found -> found.rule().equals(rule));
        }

        private long holds() {
            return advice.stream().filter(found -> found.severity() == Severity.HOLD).count();
        }

        /** Whether the reader's count is sure: not where the user takes back that there was a meeting. */
        private boolean isCounted() {
            return !isAtOnce && !path.happenings().contains(Happening.NO_MEETING);
        }

        /**
         * Whether it is sure that nothing has come since the user let go: not on a new thread with an established correspondent, of whom
         * nothing counts but the thread; nor where an assistant may have answered what she had answered herself.
         */
        private boolean isLetGoCounted() {
            return !(path.threads() && contact.established()) && !path.happenings().contains(Happening.ASSISTANT);
        }

        private void atTheHistory() {
            if (isCounted()) {
                promise("the streak is what came and was not answered", contact.toPerson().tries() == path.unanswered());
                promise("a thread's streak is its person's", path.threads() || contact.onThread().tries() == path.unanswered());
                promise("an answer ends the streak", !path.last().isAnswer() || contact.counting().isEmpty());
                promise("a meeting brings a new budget",
                        path.lastWord() != Happening.MET || contact.budget(POLICY) == POLICY.budget());
                promise("who let go has let go until something comes",
                        !isLetGoCounted() || path.isLetGo() == (contact.letGoAt() != null));
                promise("who is muted is muted until the user takes it back", path.isMuted() == contact.course().isMuted());
            }
            LocalDate due = contact.due(POLICY, Post.ZONE);
            Streak streak = contact.counting();
            promise("a due day is not before the last try",
                    due == null || streak.isEmpty() || !due.isBefore(streak.last().sentAt().atZone(Post.ZONE).toLocalDate()));
            promise("nothing is due when the budget is spent", due == null || streak.tries() < contact.budget(POLICY));
            atTheStanding(due);
        }

        private void atTheStanding(LocalDate due) {
            Standing standing = Standing.of(contact, POLICY, situation.now(), Post.ZONE);
            boolean isOpen = !contact.onThread().isEmpty();
            promise("a standing fits its streak", standing == null || switch (standing) {
                case WAITING -> isOpen && due != null && today.isBefore(due);
                case DUE -> due != null && !today.isBefore(due);
                case LAST_TRY_SENT -> isOpen && due == null;
                case LET_GO -> contact.letGoAt() != null;
                case AGREED -> true;
                case DECLINED, NOT_NOW, MET, ANSWERED -> !isOpen;
            });
        }

        private void atTheAdvice() {
            boolean isFirmlyDeclined = contact.course().isDeclined() && situation.streak().tries() > 0;
            boolean isTooMany = path.threads() && contact.established() ? contact.onThread().tries() >= 3 : path.unanswered() >= 3;
            if (isCounted()) {
                promise("a fourth unanswered mail is held", !isTooMany || path.isMuted() || holds() == 1);
                promise("a second mail after a firm no is held", !isFirmlyDeclined || path.isMuted() || holds() == 1);
                promise("after letting go only the hold is left", !path.isLetGo() || !isLetGoCounted()
                        || advice.stream().allMatch(found -> found.severity() == Severity.HOLD));
                promise("of a muted person nothing is said", !path.isMuted() || advice.isEmpty());
            }
            promise("there are not two holds", holds() < 2);
            promise("a hold means a spent budget", holds() == 0 || situation.isPastBudget());
            promise("advice on the time does not contradict itself",
                    advice.stream().filter(found -> ON_THE_TIME.contains(found.rule())).count() < 2);
            promise("what is too early is not due", !speaks("too-early") || situation.due() != null && today.isBefore(situation.due()));
            promise("what is due is not too early",
                    !speaks("due") && !speaks("overdue") || situation.due() != null && !today.isBefore(situation.due()));
            promise("a last try is the last of the budget", !speaks("last-try") || situation.attemptNumber() == situation.budget());
            promise("past the budget nothing is counted on", holds() == 0 || !speaks("attempt-count") && !speaks("last-try"));
            promise("a mail within the hour is no try of its own",
                    !isAtOnce || contact.onThread().isEmpty() || ON_THE_TIME.stream().noneMatch(this::speaks) && !speaks("last-try"));
            promise("the day of a meeting is that of a meeting", !speaks("meeting-day") || today.equals(contact.course().meeting()));
            for (Advice found : advice) {
                atTheRule(found);
            }
        }

        private void atTheRule(Advice found) {
            var rule = Rulebook.rule(found.rule());
            promise(rule.id() + " is as severe as it says", found.severity().compareTo(rule.severity()) <= 0);
            promise(rule.id() + " cites what it says", found.passage() == null || rule.passages().contains(found.passage()));
        }

        private void atTheWindow() {
            if (path.happenings().size() > LENGTH_IN_WORDS) {
                return;
            }
            for (Texts texts : LANGUAGES) {
                Annotation shown = new Annotator(texts).annotate(situation, advice, false);
                promise("the badge agrees with the streak",
                        shown.badge() == null || shown.badge().equals(situation.attemptNumber() + "/" + contact.budget(POLICY)));
                promise("the window counts as the tracker does",
                        shown.personStreak() == contact.toPerson().tries() && shown.threadStreak() == contact.onThread().tries());
                promise("the window asks where a rule holds", (shown.hold() == null) == (holds() == 0));
                promise("after letting go no lens prompts",
                        !isCounted() || !isLetGoCounted() || !path.isLetGo() || shown.lens() == null || shown.lens().severity().equals(Severity.INFO.id())
                                || holds() > 0);
                promise("no word is missing", words(shown).noneMatch(text -> text.contains("{") || text.contains("null")));
                Counter counter = new CounterMaker(texts, POLICY).count(List.of(contact), situation.now(), Post.ZONE);
                promise("the counter agrees with the streak", counter.badge() == null
                        || counter.badge().equals(contact.counting().tries() + "/" + contact.budget(POLICY)));
            }
        }

        private static Stream<String> words(Annotation shown) {
            return Stream.concat(
                    Stream.of(shown.label(), shown.title(), shown.lens() == null ? null : shown.lens().text()).filter(text -> text != null),
                    shown.advice().stream().map(Annotation.Finding::text));
        }
    }
}
