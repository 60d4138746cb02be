package tact.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Whether a display name tells who somebody is. A name alone joins no two addresses: that takes evidence besides, such as a common
 * domain.
 */
public final class PersonName {

    private static final int MIN_WORDS = 2;
    private static final int MAX_WORDS = 5;
    private static final int MAX_KEY = 80;
    /** Words of names behind which several people stand. */
    private static final Set<String> ROLES = lines("/tact/names/roles.txt");
    /** Domains at which anybody can have an address. */
    private static final Set<String> PUBLIC_DOMAINS = lines("/tact/names/public-domains.txt");

    private PersonName() {}

    /**
     * The same for all spellings of a person's name: words folded and sorted, since some write the surname first.
     *
     * @return null where it is no full name: a single word, a role, a mail address
     */
    public static String key(String displayName) {
        if (displayName.indexOf('@') >= 0 || displayName.length() > MAX_KEY) {
            return null;
        }
        Set<String> words = Set.copyOf(Sentence.of(displayName).words());
        boolean isName = words.size() >= MIN_WORDS
                && words.size() <= MAX_WORDS
                && words.stream().filter(word -> word.length() > 1).count() >= MIN_WORDS
                && words.stream().noneMatch(word -> ROLES.contains(word) || Character.isDigit(word.charAt(0)));
        return isName ? words.stream().sorted().collect(Collectors.joining(" ")) : null;
    }

    /**
     * The domain of an address, where an address at it belongs to one house.
     *
     * @return null for the domains of public mail providers
     */
    public static String house(Address address) {
        String identity = address.identity();
        String domain = identity.substring(identity.lastIndexOf('@') + 1);
        return PUBLIC_DOMAINS.contains(domain) ? null : domain;
    }

    private static Set<String> lines(String resource) {
        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(PersonName.class.getResourceAsStream(resource), StandardCharsets.UTF_8))) {
            return reader.lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new IllegalStateException("The host's own archive cannot be read.", e);
        }
    }
}
