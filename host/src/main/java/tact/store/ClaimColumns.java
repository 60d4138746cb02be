package tact.store;

import java.time.LocalDate;
import tact.event.Claim;
import tact.event.ClaimKind;
import tact.event.Outcome;
import tact.event.Priority;
import tact.mail.Address;
import tact.mail.Meaning;
import tact.mail.MessageId;

/** A claim as the columns kind, value and day of a statement. */
final class ClaimColumns {

    private ClaimColumns() {}

    static String value(Claim claim) {
        if (claim instanceof Claim.Decided decided) {
            return decided.outcome().id();
        }
        if (claim instanceof Claim.Meant meant) {
            return meant.meaning().id() + " " + meant.mail().value();
        }
        if (claim instanceof Claim.Ranked ranked) {
            return ranked.priority().id();
        }
        if (claim instanceof Claim.Introduced introduced) {
            return introduced.by() == null ? "" : Columns.address(introduced.by());
        }
        if (claim instanceof Claim.Urgent urgent) {
            return urgent.reason();
        }
        if (claim instanceof Claim.Muted muted) {
            return muted.scope().id();
        }
        if (claim instanceof Claim.SameAs same) {
            return Columns.address(same.other());
        }
        if (claim instanceof Claim.NotSameAs other) {
            return Columns.address(other.other());
        }
        if (claim instanceof Claim.TakenBack back) {
            return back.what().id();
        }
        return "";
    }

    /** @return null if it names none */
    static LocalDate day(Claim claim) {
        if (claim instanceof Claim.Urgent urgent) {
            return urgent.deadline();
        }
        if (claim instanceof Claim.Met met) {
            return met.on();
        }
        return claim instanceof Claim.Snoozed snoozed ? snoozed.until() : null;
    }

    static Claim toClaim(ClaimKind kind, String value, LocalDate day) {
        return switch (kind) {
            case DECIDED -> new Claim.Decided(Outcome.of(value));
            case MEANT -> {
                int space = value.indexOf(' ');
                yield new Claim.Meant(new MessageId(value.substring(space + 1)), Meaning.Kind.of(value.substring(0, space)));
            }
            case RANKED -> new Claim.Ranked(Priority.of(value));
            case INTRODUCED -> new Claim.Introduced(value.isEmpty() ? null : Columns.toAddress(value));
            case URGENT -> new Claim.Urgent(day, value);
            case MET -> new Claim.Met(day);
            case ANSWERED_ELSEWHERE -> new Claim.AnsweredElsewhere();
            case MUTED -> new Claim.Muted(Claim.Scope.of(value));
            case SNOOZED -> new Claim.Snoozed(day);
            case SAME_AS -> new Claim.SameAs(Columns.toAddress(value));
            case NOT_SAME_AS -> new Claim.NotSameAs(Columns.toAddress(value));
            case TAKEN_BACK -> new Claim.TakenBack(ClaimKind.of(value));
        };
    }
}
