package tact;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import tact.annotation.Texts;
import tact.event.Claim;
import tact.event.LedgerRecord;
import tact.mail.Address;
import tact.mail.Mail;
import tact.mail.MessageId;
import tact.protocol.ExportPage;
import tact.protocol.Reply;
import tact.tracker.Dossier;
import tact.tracker.Forgotten;
import tact.tracker.Ledger;
import tact.tracker.Statement;
import tact.tracker.Tracker;

/**
 * What users may do with what Tact holds of them and of others: see it, take it with them, bring it back, have it forgotten.
 */
public final class Custodian {

    private static final int MAX_MUTED = 500;
    /** What was said later than this from now is no fact: it would win over all that the user says until then. */
    private static final Duration CLOCK_SKEW = Duration.ofDays(1);

    private final Ledger ledger;
    private final Runnable emptyingLog;
    private final Clock clock;
    private final Texts texts;

    /**
     * @param emptyingLog empties the log, which may name what is to be forgotten; may fail with a
     *     {@link tact.tracker.LedgerException}
     * @param clock       tells what time it is; its zone does not matter
     * @param texts       the words of what there is to say
     */
    public Custodian(Ledger ledger, Runnable emptyingLog, Clock clock, Texts texts) {
        this.ledger = Objects.requireNonNull(ledger);
        this.emptyingLog = Objects.requireNonNull(emptyingLog);
        this.clock = Objects.requireNonNull(clock);
        this.texts = Objects.requireNonNull(texts);
    }

    /** Of whom the user does not want to hear, the newest first, at most 500. */
    public Reply.Muted muted() {
        Dossier dossier = ledger.muted();
        Map<MessageId, String> subjects = dossier.mails().stream().collect(Collectors.toMap(Mail::id, Mail::subject));
        return new Reply.Muted(
                Tracker.muted(dossier).stream().limit(MAX_MUTED).map(said -> silence(said, subjects)).toList());
    }

    private static Reply.Muted.Silence silence(Statement said, Map<MessageId, String> subjects) {
        Claim.Scope scope = ((Claim.Muted) said.claim()).scope();
        String subject = scope == Claim.Scope.PERSON
                ? null
                : said.references().stream().map(subjects::get).filter(Objects::nonNull).findFirst().orElse(null);
        return new Reply.Muted.Silence(said.person(), scope, said.references(), subject, said.at());
    }

    /** Forgets everything about a person, under all their addresses. An address of mine is nobody to be forgotten. */
    public Reply.Forgotten forget(Address person) {
        if (ledger.me().contains(person.identity())) {
            return new Reply.Forgotten(0, 0, texts.say("forgotten.me", person.spec()));
        }
        Forgotten forgotten = ledger.forget(ledger.addressesOf(person));
        emptyingLog.run();
        return new Reply.Forgotten(
                forgotten.mails(),
                forgotten.statements(),
                texts.say("forgotten.person", person.display(), forgotten.mails(), forgotten.statements()));
    }

    /** Forgets everything, also who I am. */
    public Reply.Forgotten erase() {
        Forgotten forgotten = ledger.erase();
        emptyingLog.run();
        return new Reply.Forgotten(
                forgotten.mails(),
                forgotten.statements(),
                texts.say("forgotten.all", forgotten.mails(), forgotten.statements()));
    }

    /**
     * A page of all that the ledger holds.
     *
     * @param from where the last page ended; null for the first one, which says what follows
     * @throws IllegalArgumentException if no page ended there
     */
    public Reply.Exported export(String from) {
        ExportPage page = new ExportPage();
        if (from == null) {
            page.test(heading());
        }
        return page.reply(ledger.export(from, page));
    }

    /** The first record of an export that is made now. */
    public LedgerRecord heading() {
        return new LedgerRecord.Heading(LedgerRecord.VERSION, clock.instant());
    }

    /** Takes over records of an export, null for one that cannot be read; all of them or none. */
    public Reply.Receipt record(List<LedgerRecord> records) {
        Instant now = clock.instant();
        List<LedgerRecord> facts =
                records.stream().filter(record -> !(record instanceof LedgerRecord.Heading)).toList();
        List<LedgerRecord> credible =
                facts.stream().map(record -> credible(record, now)).filter(Objects::nonNull).toList();
        int recorded = ledger.recordAll(credible);
        return new Reply.Receipt(recorded, credible.size() - recorded, facts.size() - credible.size());
    }

    /** The record as of now, if it comes from the future; null if it cannot be one. */
    private static LedgerRecord credible(LedgerRecord record, Instant now) {
        if (record instanceof LedgerRecord.ObservedMail observed) {
            return new LedgerRecord.ObservedMail(observed.observedAt(), Desk.notLaterThan(now, observed.mail()));
        }
        if (record instanceof LedgerRecord.Searched searched && searched.until().isAfter(now)) {
            return new LedgerRecord.Searched(searched.where(), searched.term(), now);
        }
        return record instanceof LedgerRecord.Said said && said.at().isAfter(now.plus(CLOCK_SKEW)) ? null : record;
    }
}
