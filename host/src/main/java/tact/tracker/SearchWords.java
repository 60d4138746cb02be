package tact.tracker;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Words to look for; neither case nor accents matter.
 *
 * @param words folded; what is looked for contains all of them
 */
public record SearchWords(List<String> words) {

    private static final int MAX_WORDS = 16;
    private static final Pattern MARK = Pattern.compile("\\p{M}+");
    private static final Pattern WHITE_SPACE = Pattern.compile("[\\s\\p{Z}]+");

    public SearchWords {
        words = List.copyOf(words);
    }

    /** The words of a text, in any order; an empty text looks for anything. */
    public static SearchWords of(String text) {
        return new SearchWords(Arrays.stream(WHITE_SPACE.split(fold(text))).filter(word -> !word.isEmpty()).limit(MAX_WORDS).toList());
    }

    /** A text without the differences that do not matter. */
    public static String fold(String text) {
        String apart = Normalizer.normalize(text, Normalizer.Form.NFKD);
        return MARK.matcher(apart).replaceAll("").toLowerCase(Locale.ROOT).replace("ß", "ss");
    }
}
