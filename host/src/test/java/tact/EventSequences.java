package tact;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tact.event.Claim;
import tact.event.ClaimKind;
import tact.event.Draft;
import tact.event.Outcome;
import tact.event.Priority;
import tact.mail.Address;
import tact.mail.AuthorKind;
import tact.mail.Gist;
import tact.mail.Mail;
import tact.mail.Meaning;
import tact.mail.MessageId;
import tact.mail.Sketch;
import tact.tracker.Dossier;
import tact.tracker.Statement;

/**
 * All that can happen between Lena and Anna, one thing a day, as facts; beside them the few numbers by which a reader of mission.md
 * would count by hand, so that the tracker is not its own judge.
 */
final class EventSequences {

    /** Before October ends, so that the longest sequences go over the end of summer time. */
    private static final Instant BEGIN = Post.at("2026-10-05T09:00");
    private static final Duration STEP = Duration.ofDays(1);
    private static final Duration WAIT = Duration.ofDays(8);
    private static final int DAYS_TO_MEETING = 3;
    private static final int DAYS_TO_LATER = 12;
    private static final Sketch ASKING = Sketch.of("Dear Anna, may I show you my portfolio on bridges and harbours? Yours, Lena");

    private EventSequences() {}

    /** One thing that happens. */
    enum Happening {
        ATTEMPT, ANSWER, ABSENCE, BOUNCE, NO, FIRM_NO, NOT_NOW, YES, MET, LET_GO, WAITING,
        // What the user can say besides; the article's paths do not need it.
        ASSISTANT, LATER_ON_A_DAY, ACCEPTANCE, OWN_ACCEPTANCE, NO_MEETING, ANSWERED_ELSEWHERE, ONE_OF_MANY, THE_ONE, INTRODUCED, URGENT, SNOOZED, MUTED,
        SPEAK_AGAIN, TAKE_UP_AGAIN;

        /** Those of issue 4. */
        static final List<Happening> OF_THE_ARTICLE =
                List.of(ATTEMPT, ANSWER, ABSENCE, BOUNCE, NO, FIRM_NO, NOT_NOW, YES, MET, LET_GO, WAITING);

        /** Whether Anna, or her assistant on the thread, writes. */
        boolean isAnswer() {
            return switch (this) {
                case ANSWER, NO, FIRM_NO, NOT_NOW, YES, ASSISTANT, LATER_ON_A_DAY, ACCEPTANCE -> true;
                default -> false;
            };
        }
    }

    /**
     * What has happened so far.
     *
     * @param now            when the next thing happens
     * @param threads        whether each attempt opens a thread of its own
     * @param unanswered     attempts that arrived and that nobody answered since
     * @param isLastReturned whether the last attempt came back
     * @param meeting        the day of the next meeting; null if there is none
     * @param lastWord       the last of what ended a streak; null if there was none
     * @param isLetGo        whether the user let go and nothing came since
     * @param isMuted        whether the user muted Anna
     */
    record Path(
            List<Happening> happenings,
            List<Mail> mails,
            List<Statement> statements,
            Instant now,
            boolean threads,
            int unanswered,
            boolean isLastReturned,
            LocalDate meeting,
            Happening lastWord,
            boolean isLetGo,
            boolean isMuted) {

        static Path begin(boolean threads) {
            return new Path(List.of(), List.of(), List.of(), BEGIN, threads, 0, false, null, null, false, false);
        }

        Happening last() {
            return happenings.get(happenings.size() - 1);
        }

        /** When the last thing happened. */
        Instant lastAt() {
            return now.minus(last() == Happening.WAITING ? WAIT : STEP);
        }

        Dossier dossier() {
            return new Dossier(Set.of(Post.LENA.identity()), Set.of(), mails, statements);
        }

        /** The mail that Lena would write now. */
        Draft draft() {
            List<MessageId> references = threads || mails.isEmpty() ? List.of() : List.of(mails.get(0).id());
            return Post.draft(List.of(Post.ANNA), threads ? "Another question" : "Re: Portfolio", references, "");
        }

        /** The path one thing further; null if it cannot happen now. */
        Path then(Happening happening) {
            Mail newestTry = newestTry();
            boolean needsTry = happening == Happening.ABSENCE || happening == Happening.BOUNCE || happening == Happening.ASSISTANT;
            if (needsTry && newestTry == null
                    || happening == Happening.FIRM_NO && mails.isEmpty()
                    || happening == Happening.BOUNCE && isLastReturned
                    || happening == Happening.SPEAK_AGAIN && !isMuted
                    || happening == Happening.TAKE_UP_AGAIN && !isLetGo) {
                return null;
            }
            Step step = new Step(this, happening, newestTry);
            return step.path();
        }

        private Mail newestTry() {
            for (int i = mails.size() - 1; i >= 0; i--) {
                if (mails.get(i).from().equals(Post.LENA) && mails.get(i).authorKind() == AuthorKind.HUMAN) {
                    return mails.get(i);
                }
            }
            return null;
        }

        @Override
        public String toString() {
            return happenings + (threads ? " on threads of their own" : "");
        }
    }

    /** One more thing at the end of a path. */
    private static final class Step {
        private final Path path;
        private final Happening happening;
        private final Mail newestTry;
        private final LocalDate today;
        private final List<Mail> mails;
        private final List<Statement> statements;
        private int unanswered;
        private boolean isLastReturned;
        private LocalDate meeting;
        private Happening lastWord;
        private boolean isLetGo;
        private boolean isMuted;

        private Step(Path path, Happening happening, Mail newestTry) {
            this.path = path;
            this.happening = happening;
            this.newestTry = newestTry;
            this.today = path.now().atZone(Post.ZONE).toLocalDate();
            this.mails = new ArrayList<>(path.mails());
            this.statements = new ArrayList<>(path.statements());
            this.unanswered = path.unanswered();
            this.isLastReturned = path.isLastReturned();
            this.meeting = path.meeting();
            this.lastWord = path.lastWord();
            this.isLetGo = path.isLetGo();
            this.isMuted = path.isMuted();
        }

        private Path path() {
            happens();
            if (happening.isAnswer()) {
                endedBy(happening);
            }
            LocalDate next = happening == Happening.WAITING ? day(WAIT) : day(STEP);
            if (meeting != null && !meeting.isAfter(next)) {
                // It is held before anything else happens.
                meeting = null;
                endedBy(Happening.MET);
            }
            List<Happening> happenings = new ArrayList<>(path.happenings());
            happenings.add(happening);
            return new Path(List.copyOf(happenings), List.copyOf(mails), List.copyOf(statements),
                    path.now().plus(happening == Happening.WAITING ? WAIT : STEP), path.threads(), unanswered, isLastReturned, meeting,
                    lastWord, isLetGo, isMuted);
        }

        private LocalDate day(Duration later) {
            return path.now().plus(later).atZone(Post.ZONE).toLocalDate();
        }

        private void endedBy(Happening what) {
            unanswered = 0;
            isLetGo = false;
            lastWord = what;
        }

        private void happens() {
            switch (happening) {
                case ATTEMPT -> attempt();
                case ANSWER -> answer(Post.ANNA, Meaning.Kind.OTHER, null);
                case ASSISTANT -> answer(Post.CARLA, Meaning.Kind.OTHER, null);
                case NO -> answer(Post.ANNA, Meaning.Kind.NO, null);
                case FIRM_NO -> {
                    answer(Post.ANNA, Meaning.Kind.NO, null);
                    say(new Claim.Meant(mails.get(mails.size() - 1).id(), Meaning.Kind.NO));
                }
                case NOT_NOW -> answer(Post.ANNA, Meaning.Kind.NOT_NOW, null);
                case LATER_ON_A_DAY -> answer(Post.ANNA, Meaning.Kind.NOT_NOW, today.plusDays(DAYS_TO_LATER));
                case YES -> answer(Post.ANNA, Meaning.Kind.YES, today.plusDays(DAYS_TO_MEETING));
                case ACCEPTANCE -> add(Post.ANNA, Post.LENA, "Accepted: Portfolio", AuthorKind.CALENDAR,
                        new Gist(Meaning.Kind.YES, today.plusDays(DAYS_TO_MEETING), null, false, false, true));
                case OWN_ACCEPTANCE -> add(Post.LENA, Post.ANNA, "Accepted: Portfolio", AuthorKind.CALENDAR,
                        new Gist(Meaning.Kind.YES, today.plusDays(DAYS_TO_MEETING), null, false, false, true));
                case ABSENCE -> add(Post.ANNA, Post.LENA, "Out of office", AuthorKind.OUT_OF_OFFICE,
                        new Gist(null, null, today.plusDays(DAYS_TO_LATER), false, false, true));
                case BOUNCE -> bounce();
                case MET -> {
                    say(new Claim.Met(today));
                    meeting = null;
                    endedBy(happening);
                }
                case NO_MEETING -> say(new Claim.Met(null));
                case ANSWERED_ELSEWHERE -> {
                    say(new Claim.AnsweredElsewhere());
                    endedBy(happening);
                }
                case LET_GO -> {
                    say(new Claim.Decided(Outcome.LET_GO));
                    isLetGo = true;
                }
                case TAKE_UP_AGAIN -> {
                    say(new Claim.TakenBack(ClaimKind.DECIDED));
                    isLetGo = false;
                }
                case ONE_OF_MANY -> say(new Claim.Ranked(Priority.ONE_OF_MANY));
                case THE_ONE -> say(new Claim.Ranked(Priority.THE_ONE));
                case INTRODUCED -> say(new Claim.Introduced(Post.BORIS));
                case URGENT -> say(new Claim.Urgent(today.plusDays(DAYS_TO_MEETING), "The printer needs the pictures."));
                case SNOOZED -> say(new Claim.Snoozed(today.plusDays(DAYS_TO_LATER)));
                case MUTED -> {
                    say(new Claim.Muted(Claim.Scope.PERSON));
                    isMuted = true;
                }
                case SPEAK_AGAIN -> {
                    say(new Claim.TakenBack(ClaimKind.MUTED));
                    isMuted = false;
                }
                case WAITING -> { }
            }
        }

        private void attempt() {
            add(Post.LENA, Post.ANNA, path.threads() ? "Question " + path.happenings().size() : "Re: Portfolio", AuthorKind.HUMAN, Gist.NONE);
            unanswered++;
            isLastReturned = false;
            isLetGo = false;
        }

        /** A day to meet that is agreed on takes the place of another one; a refusal calls it off. */
        private void answer(Address from, Meaning.Kind meaning, LocalDate day) {
            add(from, Post.LENA, "Re: Portfolio", AuthorKind.HUMAN, new Gist(meaning, day, null, false, false, true));
        }

        private void bounce() {
            MessageId id = id();
            mails.add(new Mail(id, path.now(), Address.parse("MAILER-DAEMON@example.org"), List.of(Post.LENA), List.of(), "Undelivered", List.of(),
                    null, AuthorKind.BOUNCE, null, List.of(Post.ANNA), newestTry.id(), Sketch.EMPTY, Gist.NONE));
            boolean isOpen = unanswered > 0;
            unanswered -= isOpen ? 1 : 0;
            isLastReturned = true;
        }

        private MessageId id() {
            return new MessageId("m" + path.happenings().size());
        }

        private void add(Address from, Address to, String subject, AuthorKind kind, Gist gist) {
            boolean opens = from.equals(Post.LENA) && path.threads() || mails.isEmpty();
            MessageId thread = opens ? null : newestTry == null || !path.threads() ? mails.get(0).id() : newestTry.id();
            mails.add(new Mail(id(), path.now(), from, List.of(to), List.of(), subject, thread == null ? List.of() : List.of(thread), null, kind,
                    null, List.of(), null, from.equals(Post.LENA) ? ASKING : Sketch.EMPTY, gist));
            boolean isAgreed = gist.meaning() == Meaning.Kind.YES;
            boolean isCalledOff = gist.meaning() == Meaning.Kind.NO || gist.meaning() == Meaning.Kind.NOT_NOW;
            meeting = isAgreed ? gist.proposedDay() : isCalledOff ? null : meeting;
        }

        private void say(Claim claim) {
            statements.add(new Statement(path.now().plusSeconds(statements.size()), claim, Post.ANNA, List.of()));
            if (claim instanceof Claim.Met met && met.on() == null) {
                meeting = null;
            }
        }
    }
}
