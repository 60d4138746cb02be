package tact.tracker;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tact.event.Claim;
import tact.event.ClaimKind;
import tact.mail.Meaning;
import tact.mail.MessageId;

/** What the user said that still holds, by person: without what was taken back. People are identities. */
final class Claims {

    private static final Comparator<Statement> IN_ORDER = Comparator.comparing(Statement::at)
            .thenComparing(statement -> ClaimKind.of(statement.claim()))
            .thenComparing(statement -> statement.claim().toString());

    private final Map<String, List<Statement>> byPerson = new HashMap<>();

    /** @param statements in any order */
    Claims(Collection<Statement> statements) {
        statements.stream().sorted(IN_ORDER).forEach(this::add);
    }

    private void add(Statement statement) {
        List<Statement> said = byPerson.computeIfAbsent(statement.person().identity(), person -> new ArrayList<>());
        if (!(statement.claim() instanceof Claim.TakenBack back)) {
            said.add(statement);
            return;
        }
        for (int i = said.size() - 1; i >= 0; i--) {
            if (back.what().type().isInstance(said.get(i).claim())) {
                said.remove(i);
                return;
            }
        }
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
