package tact.tracker;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import tact.event.Claim;
import tact.event.ClaimKind;
import tact.event.Outcome;
import tact.mail.Meaning;
import tact.mail.MessageId;

/** What the user said that still holds, by person: without what was taken back. */
final class Claims {

    private static final Comparator<Statement> IN_ORDER = Comparator.comparing(Statement::at)
            .thenComparing(statement -> ClaimKind.of(statement.claim()))
            .thenComparing(statement -> statement.claim().toString());

    private static final Claim LET_GO = new Claim.Decided(Outcome.LET_GO);

    private final Map<String, List<Statement>> byPerson;

    /** @param statements in any order */
    Claims(Collection<Statement> statements, Persons persons) {
        byPerson = standing(statements, statement -> persons.of(statement.person()));
    }

    /**
     * What still holds, oldest first.
     *
     * @param about what a statement is about: one takes back what was said of the same
     */
    static Map<String, List<Statement>> standing(Collection<Statement> statements, Function<Statement, String> about) {
        Map<String, List<Statement>> standing = new HashMap<>();
        statements.stream().sorted(IN_ORDER).forEach(statement -> {
            List<Statement> said = standing.computeIfAbsent(about.apply(statement), one -> new ArrayList<>());
            if (statement.claim() instanceof Claim.TakenBack back) {
                takeBack(back, statement.references(), said);
            } else {
                said.add(statement);
            }
        });
        return standing;
    }

    /** Silence is lifted wholly, however often it was asked for: what is taken back must be heard again. */
    private static void takeBack(Claim.TakenBack back, List<MessageId> references, List<Statement> said) {
        boolean isLifted = switch (back.what()) {
            case MUTED -> said.removeIf(earlier -> mutes(earlier, references));
            case DECIDED -> said.removeIf(earlier -> earlier.claim().equals(LET_GO));
            default -> false;
        };
        if (isLifted) {
            return;
        }
        for (int i = said.size() - 1; i >= 0; i--) {
            if (back.what().type().isInstance(said.get(i).claim())) {
                said.remove(i);
                return;
            }
        }
    }

    /** Whether it keeps Tact silent on these mails. */
    private static boolean mutes(Statement statement, List<MessageId> references) {
        return statement.claim() instanceof Claim.Muted muted
                && (muted.scope() == Claim.Scope.PERSON || !Collections.disjoint(statement.references(), references));
    }

    /** What was said of a person, oldest first. */
    List<Statement> of(String person) {
        return byPerson.getOrDefault(person, List.of());
    }

    /** What was said of a person with one kind of claim, oldest first. */
    <C extends Claim> Stream<Statement> of(String person, Class<C> kind) {
        return of(person).stream().filter(statement -> kind.isInstance(statement.claim()));
    }

    /** The last claim of a kind about a person. */
    <C extends Claim> Optional<C> last(String person, Class<C> kind) {
        return of(person, kind).map(Statement::claim).map(kind::cast).reduce((earlier, later) -> later);
    }

    /** What an answer means, as the user said of a person; null if the user said nothing. */
    Meaning.Kind meaningOf(MessageId answer, String person) {
        return of(person, Claim.Meant.class)
                .map(statement -> (Claim.Meant) statement.claim())
                .filter(meant -> meant.mail().equals(answer))
                .map(Claim.Meant::meaning)
                .reduce((earlier, later) -> later)
                .orElse(null);
    }
}
