package tact.tracker;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import tact.event.Claim;
import tact.mail.Address;

/**
 * Which addresses belong to one person. What the user said beats cards, cards beat names; two addresses that the user told apart stay
 * apart, whatever else would join them. The order of facts does not matter.
 */
final class Persons {

    private record Pair(String one, String other) {
        static Pair of(String one, String other) {
            return one.compareTo(other) <= 0 ? new Pair(one, other) : new Pair(other, one);
        }
    }

    /** Each address that was joined to another one, with all of its person. */
    private final Map<String, Set<String>> members = new HashMap<>();
    private final Set<Pair> apart = new HashSet<>();

    private Persons() {}

    /** @param dossier an address of mine is nobody else's */
    static Persons of(Dossier dossier) {
        Persons persons = new Persons();
        Map<Pair, Boolean> said = said(dossier.statements());
        said.keySet().removeIf(pair -> dossier.me().contains(pair.one()) || dossier.me().contains(pair.other()));
        said.forEach((pair, same) -> {
            if (!same) {
                persons.apart.add(pair);
            }
        });
        said.forEach((pair, same) -> {
            if (same) {
                persons.join(pair.one(), pair.other());
            }
        });
        dossier.aliases().stream()
                .filter(alias -> !dossier.me().contains(alias.one()) && !dossier.me().contains(alias.other()))
                .sorted()
                .forEach(alias -> persons.join(alias.one(), alias.other()));
        return persons;
    }

    /** Of each pair the last word, in the order of the pairs. */
    private static Map<Pair, Boolean> said(Collection<Statement> statements) {
        Map<Pair, Boolean> said = new TreeMap<>(Comparator.comparing(Pair::one).thenComparing(Pair::other));
        for (List<Statement> ofOne : Claims.standing(statements, statement -> statement.person().identity()).values()) {
            ofOne.forEach(statement -> {
                String person = statement.person().identity();
                if (statement.claim() instanceof Claim.SameAs same) {
                    said.put(Pair.of(person, same.other().identity()), true);
                } else if (statement.claim() instanceof Claim.NotSameAs other) {
                    said.put(Pair.of(person, other.other().identity()), false);
                }
            });
        }
        return said;
    }

    private void join(String one, String other) {
        Set<String> ofOne = membersOf(one);
        Set<String> ofOther = membersOf(other);
        if (ofOne.contains(other) || ofOne.stream().anyMatch(a -> ofOther.stream().anyMatch(b -> apart.contains(Pair.of(a, b))))) {
            return;
        }
        Set<String> all = new TreeSet<>(ofOne);
        all.addAll(ofOther);
        all.forEach(member -> members.put(member, all));
    }

    private Set<String> membersOf(String identity) {
        return members.getOrDefault(identity, Set.of(identity));
    }

    /** Names the person behind an address: one of their addresses, by {@link Address#identity}. */
    String of(Address address) {
        String identity = address.identity();
        Set<String> all = members.get(identity);
        return all == null ? identity : all.iterator().next();
    }

    /** The other addresses of the person behind an address, by {@link Address#identity}, in their order. */
    List<String> others(Address address) {
        String identity = address.identity();
        return membersOf(identity).stream().filter(member -> !member.equals(identity)).toList();
    }
}
