package tact.cli;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tact.event.Claim;
import tact.event.ClaimKind;
import tact.event.Outcome;
import tact.event.Priority;
import tact.mail.Address;
import tact.mail.Meaning;
import tact.mail.MessageId;

/** Claims as words of a command line: the kind, then what the claim says. */
final class ClaimWords {

    private static final List<String> FORMS = List.of(
            "let-go",
            "met DAY|none",
            "answered-elsewhere",
            "snoozed DAY",
            "urgent DAY REASON",
            "meant MESSAGE-ID yes|no|not-now|other",
            "ranked the-one|important|one-of-many",
            "introduced ADDRESS|myself",
            "muted person|thread",
            "same-as ADDRESS",
            "not-same-as ADDRESS",
            "decided let-go|keep-writing|send-anyway",
            "taken-back KIND");

    /** What can be said, for the help. */
    static final class Forms implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return FORMS.iterator();
        }
    }

    /** The claim that is said most often has a word of its own. */
    private static final String LET_GO = "let-go";
    private static final String NONE = "none";
    private static final String MYSELF = "myself";

    private ClaimWords() {}

    /**
     * The claim that some words say.
     *
     * @throws IllegalArgumentException if they say none; the message tells what is right
     */
    static Claim parse(List<String> words) {
        if (words.equals(List.of(LET_GO))) {
            return new Claim.Decided(Outcome.LET_GO);
        }
        ClaimKind kind = kind(words.get(0));
        List<String> rest = words.subList(1, words.size());
        int least = switch (kind) {
            case ANSWERED_ELSEWHERE -> 0;
            case MEANT, URGENT -> 2;
            default -> 1;
        };
        if (rest.size() < least || kind != ClaimKind.URGENT && rest.size() > least) {
            throw new IllegalArgumentException("'" + String.join(" ", words) + "' is not " + form(kind));
        }
        return claim(kind, rest);
    }

    private static Claim claim(ClaimKind kind, List<String> rest) {
        return switch (kind) {
            case DECIDED -> new Claim.Decided(Outcome.of(rest.get(0)));
            case MEANT -> new Claim.Meant(messageId(rest.get(0)), Meaning.Kind.of(rest.get(1)));
            case RANKED -> new Claim.Ranked(Priority.of(rest.get(0)));
            case INTRODUCED -> new Claim.Introduced(rest.get(0).equals(MYSELF) ? null : address(rest.get(0)));
            case URGENT -> new Claim.Urgent(day(rest.get(0)), String.join(" ", rest.subList(1, rest.size())));
            case MET -> new Claim.Met(rest.get(0).equals(NONE) ? null : day(rest.get(0)));
            case ANSWERED_ELSEWHERE -> new Claim.AnsweredElsewhere();
            case MUTED -> new Claim.Muted(Claim.Scope.of(rest.get(0)));
            case SNOOZED -> new Claim.Snoozed(day(rest.get(0)));
            case SAME_AS -> new Claim.SameAs(address(rest.get(0)));
            case NOT_SAME_AS -> new Claim.NotSameAs(address(rest.get(0)));
            case TAKEN_BACK -> new Claim.TakenBack(kind(rest.get(0)));
        };
    }

    /** The words of a claim. */
    static List<String> of(Claim claim) {
        if (claim.equals(new Claim.Decided(Outcome.LET_GO))) {
            return List.of(LET_GO);
        }
        String kind = ClaimKind.of(claim).id();
        return switch (ClaimKind.of(claim)) {
            case DECIDED -> List.of(kind, ((Claim.Decided) claim).outcome().id());
            case MEANT -> List.of(kind, ((Claim.Meant) claim).mail().value(), ((Claim.Meant) claim).meaning().id());
            case RANKED -> List.of(kind, ((Claim.Ranked) claim).priority().id());
            case INTRODUCED -> List.of(kind, orElse(MYSELF, ((Claim.Introduced) claim).by(), Address::spec));
            case URGENT -> List.of(kind, ((Claim.Urgent) claim).deadline().toString(), ((Claim.Urgent) claim).reason());
            case MET -> List.of(kind, orElse(NONE, ((Claim.Met) claim).on(), LocalDate::toString));
            case ANSWERED_ELSEWHERE -> List.of(kind);
            case MUTED -> List.of(kind, ((Claim.Muted) claim).scope().id());
            case SNOOZED -> List.of(kind, ((Claim.Snoozed) claim).until().toString());
            case SAME_AS -> List.of(kind, ((Claim.SameAs) claim).other().spec());
            case NOT_SAME_AS -> List.of(kind, ((Claim.NotSameAs) claim).other().spec());
            case TAKEN_BACK -> List.of(kind, ((Claim.TakenBack) claim).what().id());
        };
    }

    private static <T> String orElse(String word, T value, Function<T, String> words) {
        return value == null ? word : words.apply(value);
    }

    private static ClaimKind kind(String word) {
        try {
            return word.equals(LET_GO) ? ClaimKind.DECIDED : ClaimKind.of(word);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("'" + word + "' is none of " + Stream.concat(
                            Stream.of(LET_GO), Arrays.stream(ClaimKind.values()).map(ClaimKind::id))
                    .collect(Collectors.joining(", ")), e);
        }
    }

    private static String form(ClaimKind kind) {
        return FORMS.stream().filter(form -> form.equals(kind.id()) || form.startsWith(kind.id() + " ")).findFirst().orElseThrow();
    }

    private static LocalDate day(String word) {
        try {
            return LocalDate.parse(word);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("'" + word + "' is no day such as 2026-12-01", e);
        }
    }

    static Address address(String word) {
        Address address = Address.parse(word);
        if (address == null) {
            throw new IllegalArgumentException("'" + word + "' is no address");
        }
        return address;
    }

    static MessageId messageId(String word) {
        MessageId id = MessageId.of(word);
        if (id == null) {
            throw new IllegalArgumentException("'" + word + "' is no Message-ID");
        }
        return id;
    }
}
