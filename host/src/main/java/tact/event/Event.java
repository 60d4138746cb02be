package tact.event;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import tact.mail.Address;
import tact.mail.MessageId;

/** What happened in Thunderbird. One record for each type of PROTOCOL.md; the bounds stand there. */
public sealed interface Event {

    /**
     * The handshake.
     *
     * @param extension version of the extension
     * @param protocols protocol versions that it speaks
     * @param language  language of Thunderbird's windows
     * @param timeZone  the user's time zone: decides which day it is
     * @param me        addresses of all identities of all accounts
     * @param settings  what the user has set
     */
    record Hello(
            String extension, Set<Integer> protocols, Locale language, ZoneId timeZone, List<Address> me, Settings settings)
            implements Event {
        public Hello {
            Objects.requireNonNull(extension);
            Objects.requireNonNull(language);
            Objects.requireNonNull(timeZone);
            protocols = Set.copyOf(protocols);
            Objects.requireNonNull(settings);
            me = Bounds.readable(me);
        }

        /** A handshake of somebody who has set nothing. */
        public Hello(String extension, Set<Integer> protocols, Locale language, ZoneId timeZone, List<Address> me) {
            this(extension, protocols, language, timeZone, me, Settings.NONE);
        }
    }

    /**
     * A draft as it is now.
     *
     * @param looking whether the extension is still reading the history of its people
     */
    record DraftChanged(Draft draft, boolean looking) implements Event {
        public DraftChanged {
            Objects.requireNonNull(draft);
        }
    }

    /** The user pressed Send. */
    record SendRequested(Draft draft) implements Event {
        public SendRequested {
            Objects.requireNonNull(draft);
        }
    }

    /** These mails exist: sent or received, in any order, known or not. */
    record MailObserved(List<RawMail> mails) implements Event {

        /** The most mails in one event. */
        public static final int MAX_MAILS = 64;

        public MailObserved {
            mails = List.copyOf(mails);
            Bounds.atMost(mails.size(), MAX_MAILS, "mails");
        }
    }

    /** What is still to be read about these people? */
    record HistoryAsked(List<Address> people) implements Event {

        /** The most people in one question: the To: line of a mail, not a mailing. */
        public static final int MAX_PEOPLE = 100;

        public HistoryAsked {
            people = Bounds.readable(people);
            Bounds.atMost(people.size(), MAX_PEOPLE, "people");
        }
    }

    /** Which of these mails are not in the ledger? */
    record MailsListed(List<MessageId> messageIds) implements Event {

        /** The most ids in one question. */
        public static final int MAX_IDS = 2000;

        public MailsListed {
            messageIds = List.copyOf(messageIds);
            Bounds.atMost(messageIds.size(), MAX_IDS, "messageIds");
        }
    }

    /** These searches were done, and all that they found has been observed. */
    record HistoryRead(List<Search> searches) implements Event {
        public HistoryRead {
            searches = List.copyOf(searches);
            Bounds.atMost(searches.size(), MailsListed.MAX_IDS, "searches");
        }
    }

    /** These cards are in the address book, or were. */
    record CardsRead(List<Card> cards) implements Event {
        public CardsRead {
            cards = List.copyOf(cards);
            Bounds.atMost(cards.size(), MailsListed.MAX_IDS, "cards");
        }
    }

    /**
     * What is there to be set?
     *
     * @param country whose regions are to be named (ISO 3166); null for none
     */
    record OptionsAsked(String country) implements Event {}

    /** A mail is open in a window. */
    record MessageDisplayed(MessageId messageId) implements Event {
        public MessageDisplayed {
            Objects.requireNonNull(messageId);
        }
    }

    /**
     * The user said something about a person.
     *
     * @param person     whom it is about
     * @param references the mails of the thread in question; may be empty
     */
    record Stated(Address person, List<MessageId> references, Claim claim) implements Event {
        public Stated {
            Objects.requireNonNull(person);
            Objects.requireNonNull(claim);
            references = List.copyOf(references);
        }
    }

    /**
     * The user wants to call a person, because of a deadline.
     *
     * @param references   the mails of the thread in question; may be empty
     * @param deadline     the day
     * @param reason       why it is urgent
     * @param introduction who the user is
     * @param request      what the user asks; all three in their own words, at most {@link Claim#MAX_TEXT} characters each
     */
    record CallAsked(
            Address person, List<MessageId> references, LocalDate deadline, String reason, String introduction, String request)
            implements Event {
        public CallAsked {
            Objects.requireNonNull(person);
            Objects.requireNonNull(deadline);
            Objects.requireNonNull(reason);
            Objects.requireNonNull(introduction);
            Objects.requireNonNull(request);
            references = List.copyOf(references);
            Bounds.atMost(reason.length(), Claim.MAX_TEXT, "reason");
            Bounds.atMost(introduction.length(), Claim.MAX_TEXT, "introduction");
            Bounds.atMost(request.length(), Claim.MAX_TEXT, "request");
        }
    }

    /** By which sentence of this mail did you read what it means? */
    record EvidenceAsked(RawMail mail) implements Event {
        public EvidenceAsked {
            Objects.requireNonNull(mail);
        }
    }

    /** About whom is Tact to say nothing? */
    record MutedAsked() implements Event {}

    /** Everything about this person is to be forgotten. */
    record ForgetAsked(Address person) implements Event {
        public ForgetAsked {
            Objects.requireNonNull(person);
        }
    }

    /** Everything is to be forgotten. */
    record EraseAsked() implements Event {}

    /**
     * What does the ledger hold?
     *
     * @param from where the last page ended, as it said itself; null for the first one
     */
    record ExportAsked(String from) implements Event {}

    /**
     * These records stand in an export.
     *
     * @param records null for one that cannot be read
     */
    record RecordsImported(List<LedgerRecord> records) implements Event {

        /** The most records in one event. */
        public static final int MAX_RECORDS = 500;

        public RecordsImported {
            records = Collections.unmodifiableList(new ArrayList<>(records));
            Bounds.atMost(records.size(), MAX_RECORDS, "records");
            records.forEach(RecordsImported::requireKnownVersion);
        }

        private static void requireKnownVersion(LedgerRecord record) {
            if (record instanceof LedgerRecord.Heading heading && heading.version() != LedgerRecord.VERSION) {
                throw new IllegalArgumentException(
                        "records: version " + heading.version() + " is not " + LedgerRecord.VERSION);
            }
        }
    }

    /**
     * Which threads are waiting for what?
     *
     * @param group only this one; null for all, in their order
     * @param text  words that the person, their address or the subject contain; empty for any
     * @param from  how many rows to leave out, from 0
     * @param limit how many rows to give, from 0 (only the counts) to {@link #MAX_ROWS}
     */
    record FollowUpsAsked(FollowUpGroup group, String text, FollowUpSort sort, int from, int limit) implements Event {

        /** The most rows in one answer. */
        public static final int MAX_ROWS = 100;

        /** The most characters of words to look for. */
        public static final int MAX_TEXT = 200;

        public FollowUpsAsked {
            Objects.requireNonNull(text);
            Objects.requireNonNull(sort);
            Bounds.atMost(text.length(), MAX_TEXT, "text");
            Bounds.atLeast(from, 0, "from");
            Bounds.atLeast(limit, 0, "limit");
            Bounds.atMost(limit, MAX_ROWS, "limit");
        }
    }

    /** Which tries were answered, and when? */
    record InsightsAsked() implements Event {}

    /**
     * How is the newest try of each thread to be marked?
     *
     * @param from  how many marks to leave out, from 0
     * @param limit how many marks to give, from 1 to {@link #MAX_MARKS}
     */
    record MarksAsked(int from, int limit) implements Event {

        /** The most marks in one answer. */
        public static final int MAX_MARKS = 2000;

        public MarksAsked {
            Bounds.atLeast(from, 0, "from");
            Bounds.atLeast(limit, 1, "limit");
            Bounds.atMost(limit, MAX_MARKS, "limit");
        }
    }

    /**
     * A search in the user's mail.
     *
     * @param term  what to look for
     * @param since how far back
     */
    record Search(SearchKind kind, String term, Instant since) {
        public Search {
            Objects.requireNonNull(kind);
            Objects.requireNonNull(since);
            Objects.requireNonNull(term);
        }
    }
}
