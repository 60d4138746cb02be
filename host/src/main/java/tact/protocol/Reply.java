package tact.protocol;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import tact.annotation.Annotation;
import tact.annotation.CallAnswer;
import tact.annotation.Counter;
import tact.annotation.FollowUpList;
import tact.annotation.Insights;
import tact.annotation.RuleOption;
import tact.annotation.TryMark;
import tact.event.Claim;
import tact.event.Event.Search;
import tact.event.LedgerRecord;
import tact.mail.Address;
import tact.mail.MessageId;
import tact.settings.PublicHolidays;

/** What the host answers to an event: one record for each key of an envelope. */
public sealed interface Reply {

    /** The key under which it stands in the envelope. */
    String key();

    /** What stands there. */
    default Object body() {
        return this;
    }

    /**
     * The answer to a handshake.
     *
     * @param host     the host's version
     * @param protocol the protocol version to speak
     * @param language language tag of the host's texts
     */
    record Welcome(String host, int protocol, String language) implements Reply {
        @Override
        public String key() {
            return "welcome";
        }
    }

    /** What a compose window shows. */
    record Annotated(Annotation annotation) implements Reply {
        public Annotated {
            Objects.requireNonNull(annotation);
        }

        @Override
        public String key() {
            return "annotation";
        }

        @Override
        public Object body() {
            return annotation;
        }
    }

    /** What a displayed mail shows. */
    record Counted(Counter counter) implements Reply {
        public Counted {
            Objects.requireNonNull(counter);
        }

        @Override
        public String key() {
            return "counter";
        }

        @Override
        public Object body() {
            return counter;
        }
    }

    /**
     * Facts are in the ledger, safe.
     *
     * @param recorded   how many were new
     * @param known      how many were there already
     * @param unreadable how many could not be read as mail
     */
    record Receipt(int recorded, int known, int unreadable) implements Reply {
        @Override
        public String key() {
            return "receipt";
        }
    }

    /**
     * What the user said is in the ledger, safe.
     *
     * @param text to show
     * @param undo what takes it back; null where nothing does
     */
    record Noted(String text, Claim undo) implements Reply {
        @Override
        public String key() {
            return "noted";
        }
    }

    /**
     * How a meaning was read.
     *
     * @param sentence of the mail; empty where none decided
     */
    record Evidence(String sentence) implements Reply {
        @Override
        public String key() {
            return "evidence";
        }
    }

    /** What comes of asking for a call. */
    record Called(CallAnswer call) implements Reply {
        public Called {
            Objects.requireNonNull(call);
        }

        @Override
        public String key() {
            return "call";
        }

        @Override
        public Object body() {
            return call;
        }
    }

    /**
     * What there is to be set.
     *
     * @param countries whose public holidays are known (ISO 3166)
     * @param regions   of the country in question
     */
    record Options(List<String> countries, List<PublicHolidays.Calendar> regions, List<RuleOption> rules)
            implements Reply {
        public Options {
            countries = List.copyOf(countries);
            regions = List.copyOf(regions);
            rules = List.copyOf(rules);
        }

        @Override
        public String key() {
            return "options";
        }
    }

    /** The follow-ups asked for. */
    record FollowUps(FollowUpList followUps) implements Reply {
        public FollowUps {
            Objects.requireNonNull(followUps);
        }

        @Override
        public String key() {
            return "follow-ups";
        }

        @Override
        public Object body() {
            return followUps;
        }
    }

    /** What became of the tries so far. */
    record Learned(Insights insights) implements Reply {
        public Learned {
            Objects.requireNonNull(insights);
        }

        @Override
        public String key() {
            return "insights";
        }

        @Override
        public Object body() {
            return insights;
        }
    }

    /**
     * How the newest tries are to be marked.
     *
     * @param next   from where to ask for more; null at the end
     * @param behind how many threads are still to be worked out
     */
    record Marks(List<TryMark> marks, Integer next, int behind) implements Reply {
        public Marks {
            marks = List.copyOf(marks);
        }

        @Override
        public String key() {
            return "marks";
        }
    }

    /** Searches still to do before the history of some people is known. */
    record Missing(List<Search> searches) implements Reply {
        public Missing {
            searches = List.copyOf(searches);
        }

        @Override
        public String key() {
            return "missing";
        }
    }

    /** Mails that are not in the ledger. */
    record Unknown(List<MessageId> messageIds) implements Reply {
        public Unknown {
            messageIds = List.copyOf(messageIds);
        }

        @Override
        public String key() {
            return "unknown";
        }
    }

    /** Of whom the user does not want to hear. */
    record Muted(List<Silence> muted) implements Reply {
        public Muted {
            muted = List.copyOf(muted);
        }

        @Override
        public String key() {
            return "muted";
        }

        /**
         * One claim that still holds.
         *
         * @param references of the thread
         * @param subject    of the thread; null where no mail of it is known, and for a person
         * @param since      when the user said so
         */
        public record Silence(
                Address person, Claim.Scope scope, List<MessageId> references, String subject, Instant since) {
            public Silence {
                Objects.requireNonNull(person);
                Objects.requireNonNull(scope);
                Objects.requireNonNull(since);
                references = List.copyOf(references);
            }
        }
    }

    /**
     * Something is no longer in the ledger.
     *
     * @param mails      how many were deleted
     * @param statements how many words of the user's were deleted
     * @param text       to show: what is gone, and what is not
     */
    record Forgotten(int mails, int statements, String text) implements Reply {
        public Forgotten {
            Objects.requireNonNull(text);
        }

        @Override
        public String key() {
            return "forgotten";
        }
    }

    /**
     * A page of all that the ledger holds.
     *
     * @param next where the next page begins; null after the last one
     */
    record Exported(List<LedgerRecord> records, String next) implements Reply {
        public Exported {
            records = List.copyOf(records);
        }

        @Override
        public String key() {
            return "export";
        }
    }

    /**
     * The event got no other reply.
     *
     * @param code      see {@link ProblemCode}
     * @param text      what is wrong and what to do, in the user's language where it is for the user
     * @param retryable whether the same event may succeed later
     */
    record Problem(int code, String text, boolean retryable) implements Reply {

        public Problem(ProblemCode code, String text) {
            this(code.code(), text, code.retryable());
        }

        @Override
        public String key() {
            return "problem";
        }
    }
}
