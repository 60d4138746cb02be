package tact.advice.rules;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import tact.mail.Address;

/**
 * The name of a person as a greeting may use it.
 *
 * @param first the first of the given names
 */
record GreetedName(String first, String last) {

    private static final Pattern TITLES = Pattern.compile(
            "^(?:(?:Herr|Frau|Mrs?|Ms|Dr|Prof|Dipl|Ing|Mag)\\b\\.?[ -]?){1,5}", Pattern.CASE_INSENSITIVE);
    private static final Pattern NAME = Pattern.compile("\\p{Lu}\\p{Ll}[\\p{L}'’-]*");
    /** What stands in names of mailboxes that several people read. */
    private static final Set<String> NO_NAMES = Set.of(
            "team", "info", "office", "service", "support", "redaktion", "sekretariat", "familie", "family", "praxis",
            "kanzlei", "büro", "studio", "verlag", "kontakt", "galerie", "gallery", "hotel", "agentur", "editorial",
            "sales", "newsletter", "museum", "stadt");
    private static final int MAX_NAME = 60;

    /**
     * The name shown with an address, if it is sure to be a person's: two or three words written like names, of which the
     * address has one before its "@" and none behind it.
     *
     * @return null if it is not sure
     */
    static GreetedName of(Address person) {
        if (person.name().length() > MAX_NAME) {
            return null;
        }
        String shown = TITLES.matcher(person.name().strip()).replaceFirst("").strip();
        int comma = shown.indexOf(',');
        String ordered =
                comma < 0 ? shown : shown.substring(comma + 1).strip() + " " + shown.substring(0, comma).strip();
        List<String> words = Arrays.asList(ordered.split("\\s+"));
        if (words.size() < 2 || words.size() > 3) {
            return null;
        }
        for (String word : words) {
            if (!NAME.matcher(word).matches() || NO_NAMES.contains(word.toLowerCase(Locale.ROOT))) {
                return null;
            }
        }
        GreetedName name = new GreetedName(words.get(0), words.get(words.size() - 1));
        int at = person.spec().lastIndexOf('@');
        String local = fold(person.spec().substring(0, Math.max(at, 0)));
        String domain = fold(person.spec().substring(at + 1));
        boolean isTheirs = local.contains(fold(name.first)) || local.contains(fold(name.last));
        boolean isOfHouse = domain.contains(fold(name.first)) || domain.contains(fold(name.last));
        return isTheirs && !isOfHouse ? name : null;
    }

    String full() {
        return first + " " + last;
    }

    /** Whether a text calls them by it. */
    boolean isIn(String text) {
        return text.contains(first) || text.contains(last);
    }

    private static String fold(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        String german = lower.replace("ä", "ae").replace("ö", "oe").replace("ü", "ue").replace("ß", "ss");
        return Normalizer.normalize(german, Normalizer.Form.NFD).replaceAll("[^a-z@]", "");
    }
}
