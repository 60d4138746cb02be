package tact;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;
import tact.advice.CallHelper;
import tact.advice.Rule;
import tact.advice.Rulebook;
import tact.advice.Situation;
import tact.annotation.Annotation;
import tact.annotation.Annotator;
import tact.annotation.CallMaker;
import tact.annotation.Counter;
import tact.annotation.CounterMaker;
import tact.annotation.RuleOption;
import tact.annotation.Texts;
import tact.event.Claim;
import tact.event.ClaimKind;
import tact.event.Draft;
import tact.event.Event;
import tact.event.Event.Search;
import tact.event.RawMail;
import tact.event.SearchKind;
import tact.mail.Address;
import tact.mail.Mail;
import tact.mail.MailReader;
import tact.mail.Meaning;
import tact.mail.MessageId;
import tact.mail.Subject;
import tact.mail.UnreadableMailException;
import tact.protocol.Codec;
import tact.protocol.ProblemCode;
import tact.protocol.Reply;
import tact.settings.Policies;
import tact.settings.PublicHolidays;
import tact.tracker.Attempt;
import tact.tracker.ContactHistory;
import tact.tracker.Dossier;
import tact.tracker.Ledger;
import tact.tracker.LedgerException;
import tact.tracker.Policy;
import tact.tracker.Statement;
import tact.tracker.Tracker;

/** One session with an extension: an event comes in, a reply goes out. Not for several threads at once. */
public final class Desk {

    /** How far back a person's mail is read the first time. */
    private static final Duration HISTORY = Duration.ofDays(365);
    /** A search this recent is not repeated: what came since was told by events. */
    private static final Duration FRESH = Duration.ofMinutes(10);
    /** How far a repeated search goes back behind the last one: mail may be dated before it arrives. */
    private static final Duration OVERLAP = Duration.ofDays(2);
    /** A mail dated later than this from now has a wrong clock and counts as of now. */
    private static final Duration CLOCK_SKEW = Duration.ofDays(1);
    /** Mail systems give up within five days (RFC 5321, section 4.5.4.1); what comes later is told by events. */
    private static final Duration BOUNCE_WINDOW = Duration.ofDays(5);
    /** How long one question works on at follow-ups that are still to be worked out. */
    private static final Duration CATCHING_UP = Duration.ofMillis(250);
    private static final int MAX_TRIES_LOOKED_AFTER = 5;
    private static final int MAX_OPEN_DRAFTS = 32;

    private final Supplier<? extends Ledger> opening;
    private final Clock clock;
    private final Runnable emptyingLog;
    private final Map<Question, Known> answers = new LinkedHashMap<>();

    private Ledger ledger;
    private boolean greeted;
    private ZoneId zone = ZoneId.systemDefault();
    private Texts texts = Texts.in(Locale.ENGLISH);
    private Tracker tracker = new Tracker(Policy.DEFAULT);
    private List<String> rulesOff = List.of();

    /** What a draft asks of the ledger; typing does not change it. */
    private record Question(List<Address> to, List<MessageId> references, String subject) {}

    private record Known(long revision, LocalDate day, List<ContactHistory> histories) {}

    /** A desk beside which no log is kept. */
    public Desk(Supplier<? extends Ledger> opening, Clock clock) {
        this(opening, clock, () -> { });
    }

    /**
     * @param opening     opens the ledger; asked again after it failed with a {@link LedgerException}
     * @param clock       tells what time it is; its zone does not matter
     * @param emptyingLog empties the log, which may name what is to be forgotten; may fail with a {@link LedgerException}
     */
    public Desk(Supplier<? extends Ledger> opening, Clock clock, Runnable emptyingLog) {
        this.opening = Objects.requireNonNull(opening);
        this.clock = Objects.requireNonNull(clock);
        this.emptyingLog = Objects.requireNonNull(emptyingLog);
    }

    /** Handles one event. Never throws for what is wrong with the event or the ledger: that is a problem, and a reply. */
    public Reply handle(Event event) {
        if (!greeted && !(event instanceof Event.Hello)) {
            return new Reply.Problem(ProblemCode.HELLO_FIRST, "The first event must be \"hello\".");
        }
        try {
            return reply(event);
        } catch (LedgerException e) {
            return new Reply.Problem(ProblemCode.LEDGER_UNAVAILABLE, texts.say("problem.ledger", e.getMessage()));
        }
    }

    private Reply reply(Event event) {
        if (event instanceof Event.Hello hello) {
            return greet(hello);
        }
        if (event instanceof Event.DraftChanged changed) {
            return new Reply.Annotated(annotate(changed.draft(), changed.looking()));
        }
        if (event instanceof Event.SendRequested requested) {
            return new Reply.Annotated(annotate(requested.draft(), false));
        }
        if (event instanceof Event.MailObserved observed) {
            return observe(observed.mails());
        }
        if (event instanceof Event.HistoryAsked asked) {
            return new Reply.Missing(missing(asked.people()));
        }
        if (event instanceof Event.MailsListed listed) {
            return new Reply.Unknown(ledger().unknown(listed.messageIds()));
        }
        if (event instanceof Event.HistoryRead read) {
            ledger().recordHistoryRead(read.searches(), clock.instant());
            return new Reply.Receipt(read.searches().size(), 0, 0);
        }
        if (event instanceof Event.CardsRead read) {
            ledger().recordCards(read.cards());
            return new Reply.Receipt(read.cards().size(), 0, 0);
        }
        if (event instanceof Event.OptionsAsked asked) {
            return options(asked.country());
        }
        if (event instanceof Event.MessageDisplayed displayed) {
            return new Reply.Counted(count(displayed.messageId()));
        }
        if (event instanceof Event.Stated stated) {
            return note(stated);
        }
        if (event instanceof Event.EvidenceAsked asked) {
            return evidence(asked.mail());
        }
        if (event instanceof Event.CallAsked asked) {
            return call(asked);
        }
        if (event instanceof Event.MutedAsked) {
            return custodian().muted();
        }
        if (event instanceof Event.ForgetAsked asked) {
            return forgetting(custodian().forget(asked.person()));
        }
        if (event instanceof Event.EraseAsked) {
            return forgetting(custodian().erase());
        }
        if (event instanceof Event.ExportAsked asked) {
            return export(asked.from());
        }
        if (event instanceof Event.RecordsImported imported) {
            return custodian().record(imported.records());
        }
        if (event instanceof Event.FollowUpsAsked asked) {
            return new Reply.FollowUps(followUps().list(asked));
        }
        if (event instanceof Event.InsightsAsked) {
            return new Reply.Learned(followUps().insights());
        }
        if (event instanceof Event.MarksAsked asked) {
            return followUps().marks(asked);
        }
        throw new IllegalStateException("no reply to " + event.getClass());
    }

    private Reply greet(Event.Hello hello) {
        texts = Texts.in(hello.language());
        zone = hello.timeZone();
        if (!hello.protocols().contains(Codec.VERSION)) {
            boolean hostIsOlder = hello.protocols().stream().allMatch(version -> version > Codec.VERSION);
            String key = hostIsOlder ? "problem.host-too-old" : "problem.extension-too-old";
            return new Reply.Problem(ProblemCode.UNSUPPORTED_VERSION, texts.say(key, hello.extension(), Version.CURRENT));
        }
        greeted = true;
        tracker = new Tracker(Policies.of(hello.settings(), clock.instant().atZone(zone).toLocalDate()));
        rulesOff = hello.settings().rulesOff();
        answers.clear();
        ledger().recordMe(hello.me());
        return new Reply.Welcome(Version.CURRENT, Codec.VERSION, texts.language().toLanguageTag());
    }

    private Annotation annotate(Draft draft, boolean looking) {
        Instant now = clock.instant();
        return Situation.of(draft.silencing(rulesOff), histories(draft, now), now, zone, tracker.policy())
                .map(situation -> new Annotator(texts).annotate(
                        situation, Rulebook.examine(situation), looking && neverRead(situation.contact().person())))
                .orElse(Annotation.NONE);
    }

    /** Reads the ledger when a draft is new to it, the facts have changed or a day has begun, not on every keystroke. */
    private List<ContactHistory> histories(Draft draft, Instant now) {
        Question question = new Question(draft.to(), draft.references(), draft.subject());
        long revision = ledger().revision();
        LocalDate today = now.atZone(zone).toLocalDate();
        Known answer = answers.remove(question);
        if (answer == null || answer.revision() != revision || !answer.day().equals(today)) {
            Dossier dossier = ledger().about(draft.to(), draft.references(), draft.subject());
            answer = new Known(revision, today, tracker.histories(draft, dossier, now, zone));
        }
        answers.put(question, answer);
        if (answers.size() > MAX_OPEN_DRAFTS) {
            answers.remove(answers.keySet().iterator().next());
        }
        return answer.histories();
    }

    private boolean neverRead(Address person) {
        return ledger().historyRead(new Search(SearchKind.ADDRESS, person.spec(), Instant.EPOCH)).isEmpty();
    }

    private Reply.Receipt observe(List<RawMail> raws) {
        Instant now = clock.instant();
        List<Mail> mails = new ArrayList<>();
        int unreadable = 0;
        for (RawMail raw : raws) {
            try {
                mails.add(notLaterThan(now, MailReader.read(raw.bytes(), now).kept()));
            } catch (UnreadableMailException e) {
                unreadable++;
            }
        }
        int recorded = ledger().recordMails(mails, now);
        return new Reply.Receipt(recorded, mails.size() - recorded, unreadable);
    }

    /** The mail, dated now if it is dated later: its clock was wrong. */
    static Mail notLaterThan(Instant now, Mail mail) {
        return mail.date().isAfter(now.plus(CLOCK_SKEW)) ? mail.withDate(now) : mail;
    }

    private List<Search> missing(Collection<Address> people) {
        Instant now = clock.instant();
        Dossier dossier = ledger().about(people, List.of(), "");
        List<Search> byAddress = people.stream()
                .flatMap(person -> Stream.concat(Stream.of(person), dossier.othersOf(person).stream()))
                .filter(person -> !dossier.isMe(person) && !person.isMachine())
                .map(person -> new Search(SearchKind.ADDRESS, person.spec(), now.minus(HISTORY)))
                .flatMap(search -> stillMissing(search, now))
                .toList();
        return byAddress.isEmpty() ? missingOnTries(people, dossier, now) : byAddress;
    }

    /**
     * What says more about unanswered tries, the newest ones: an assistant's answer has the subject of the try; a bounce has
     * neither the person's address nor the subject, but comes in the days after it.
     */
    private List<Search> missingOnTries(Collection<Address> people, Dossier dossier, Instant now) {
        return tracker.histories(draftTo(people), dossier, now, zone).stream()
                .flatMap(history -> history.toPerson().attempts().stream())
                .sorted(Comparator.comparing(Attempt::sentAt).reversed())
                .limit(MAX_TRIES_LOOKED_AFTER)
                .flatMap(attempt -> Stream.of(
                        new Search(SearchKind.BOUNCE, attempt.mail().id().value(), attempt.sentAt()),
                        new Search(SearchKind.SUBJECT, Subject.of(attempt.mail().subject()).text(), attempt.sentAt())))
                .filter(search -> !search.term().isBlank())
                .flatMap(search -> stillMissing(search, now))
                .distinct()
                .toList();
    }

    private static Draft draftTo(Collection<Address> people) {
        return new Draft(new Address("", ""), List.copyOf(people), List.of(), List.of(), "", List.of(), "");
    }

    /** The search, from where the last one ended; nothing if that was just now. */
    private Stream<Search> stillMissing(Search search, Instant now) {
        Instant read = ledger().historyRead(search).orElse(null);
        if (read == null) {
            return Stream.of(search);
        }
        boolean isOver = search.kind() == SearchKind.BOUNCE && read.isAfter(search.since().plus(BOUNCE_WINDOW));
        return isOver || read.isAfter(now.minus(FRESH))
                ? Stream.empty()
                : Stream.of(new Search(search.kind(), search.term(), read.minus(OVERLAP)));
    }

    private Reply.Options options(String country) {
        Locale language = texts.language();
        return new Reply.Options(
                PublicHolidays.countries(),
                country == null ? List.of() : PublicHolidays.regions(country, language),
                Rulebook.rules().stream()
                        .filter(Rule::canBeSwitchedOff)
                        .map(rule -> new RuleOption(
                                rule.id(), texts.say("rule." + rule.id()), rule.severity().id(), !rule.passages().isEmpty()))
                        .toList());
    }

    private Reply.Noted note(Event.Stated stated) {
        ledger().recordStatement(new Statement(clock.instant(), stated.claim(), stated.person(), stated.references()));
        ClaimKind kind = ClaimKind.of(stated.claim());
        Claim undo = kind == ClaimKind.TAKEN_BACK ? null : new Claim.TakenBack(kind);
        String what = stated.claim() instanceof Claim.Decided decided ? decided.outcome().id() : kind.id();
        return new Reply.Noted(texts.say("noted." + what, stated.person().display()), undo);
    }

    /** A deadline that holds is recorded, once however often the user words the call anew. */
    private Reply.Called call(Event.CallAsked asked) {
        Instant now = clock.instant();
        Claim.Urgent urgent = new Claim.Urgent(asked.deadline(), asked.reason().strip());
        CallHelper.Result result =
                CallHelper.prepare(urgent, asked.introduction(), asked.request(), now.atZone(zone).toLocalDate());
        if (result instanceof CallHelper.Script && !urgent.equals(statedDeadline(asked.person(), now))) {
            ledger().recordStatement(new Statement(now, urgent, asked.person(), asked.references()));
        }
        return new Reply.Called(new CallMaker(texts).answer(result, asked.person()));
    }

    /** Null if there is none. */
    private Claim.Urgent statedDeadline(Address person, Instant now) {
        return tracker.histories(draftTo(List.of(person)), ledger().about(List.of(person), List.of(), ""), now, zone).stream()
                .map(history -> history.course().urgent())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** Read anew: the ledger keeps no words of a mail. */
    private Reply.Evidence evidence(RawMail raw) {
        try {
            Meaning meaning = MailReader.read(raw.bytes(), clock.instant()).reading().meaning();
            return new Reply.Evidence(meaning == null ? "" : meaning.evidence());
        } catch (UnreadableMailException e) {
            return new Reply.Evidence("");
        }
    }

    private Counter count(MessageId id) {
        Instant now = clock.instant();
        return ledger().mail(id)
                .map(mail -> new CounterMaker(texts, tracker.policy())
                        .count(tracker.histories(id, ledger().aboutThread(id), now, zone), now, zone))
                .orElse(Counter.NONE);
    }

    private Reply export(String from) {
        try {
            return custodian().export(from);
        } catch (IllegalArgumentException e) {
            return new Reply.Problem(ProblemCode.INVALID_EVENT, "\"from\" is no place in an export.");
        }
    }

    /** A draft that is open may ask of them. */
    private Reply forgetting(Reply.Forgotten forgotten) {
        answers.clear();
        return forgotten;
    }

    private Custodian custodian() {
        return new Custodian(ledger(), emptyingLog, clock, texts);
    }

    private FollowUps followUps() {
        Instant now = clock.instant();
        Instant end = now.plus(CATCHING_UP);
        return new FollowUps(ledger(), tracker, texts, now, zone, () -> clock.instant().isBefore(end));
    }

    private Ledger ledger() {
        if (ledger == null) {
            ledger = opening.get();
        }
        return ledger;
    }
}
