package tact.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a sentence says that is no answer of its writer to the request: what others do or said, what is quoted, only
 * supposed, or asked, what is about another matter.
 */
final class Aside {

    private static final Pattern QUOTE = Pattern.compile("[\"„“«»][^\"„“”«»]{1,200}[\"“”«»]"
            + "|(?<![\\p{L}\\p{N}])['‚‘](?:[^'‚‘’]|['’](?=\\p{L})){1,200}['‘’](?![\\p{L}\\p{N}])");
    /** "And what would you ...": a question opens within its first words. */
    private static final int OPENING_WORDS = 2;

    /** The phrases of a language for it. */
    private record Words(
            Phrases neutral, Phrases others, Phrases self, Phrases reported, Phrases unreal, Phrases asking,
            Phrases assent, Phrases matter, Phrases determiner, Phrases answer) {

        private static final Map<String, Words> KNOWN = new ConcurrentHashMap<>();

        private static Words of(String language) {
            return KNOWN.computeIfAbsent(language, Words::read);
        }

        private static Words read(String language) {
            return new Words(Phrases.of(language, "neutral"), Phrases.of(language, "others"),
                    Phrases.of(language, "self"), Phrases.of(language, "reported"),
                    Phrases.of(language, "unreal"), Phrases.of(language, "asking"), Phrases.of(language, "assent"),
                    Phrases.of(language, "matter"),
                    Phrases.of(language, "determiner"), Phrases.of(language, "answer"));
        }
    }

    private final Words words;
    private final Phrases.Reader reader;
    private final Sentence sentence;
    private final List<Phrases.Match> neutral;
    private final boolean isUnreal;

    Aside(Phrases.Reader reader, String language) {
        this.words = Words.of(language);
        this.reader = reader;
        this.sentence = reader.sentence();
        this.neutral = new ArrayList<>(words.neutral().all(reader));
        neutral.addAll(quoted(sentence));
        this.isUnreal = words.unreal().in(reader) != null;
    }

    /** What stands in quotation marks, somebody else said. */
    private static List<Phrases.Match> quoted(Sentence sentence) {
        List<Phrases.Match> quoted = new ArrayList<>();
        Matcher quote = QUOTE.matcher(sentence.text());
        while (quote.find()) {
            int first = wordFrom(sentence, quote.start());
            int end = wordFrom(sentence, quote.end());
            if (first < end) {
                quoted.add(new Phrases.Match(sentence, first, end));
            }
        }
        return quoted;
    }

    private static int wordFrom(Sentence sentence, int start) {
        int word = 0;
        while (word < sentence.starts().size() && sentence.starts().get(word) < start) {
            word++;
        }
        return word;
    }

    /** Whether what is neutral, or quoted, and these words have one in common. */
    boolean covers(int first, int end) {
        return neutral.stream().anyMatch(mask -> mask.first() < end && first < mask.end());
    }

    /** Whether the sentence is a wish that cannot be, or bound to a price: what it agrees to is not agreed to. */
    boolean isUnreal() {
        return isUnreal;
    }

    /** Whether the clause of these words is a question: what it asks, it does not say. */
    boolean asks(int word) {
        if (!sentence.isQuestion()) {
            return false;
        }
        int begin = clauseBegin(word);
        for (int i = begin; i <= Math.min(begin + OPENING_WORDS, word); i++) {
            if (words.asking().at(reader, i) > 0) {
                return true;
            }
        }
        return false;
    }

    /**
     * Whether somebody else does, or said, what these words tell: the last subject before them in their clause is a
     * third person, or else the first among them ("das hat er abgelehnt"), or their clause begins with another matter.
     */
    boolean isOfOthers(int first, int end) {
        int begin = clauseBegin(first);
        for (int i = first; i >= begin; i--) {
            if (words.self().at(reader, i) > 0) {
                return false;
            }
            if (words.others().at(reader, i) > 0) {
                return true;
            }
        }
        for (int i = first + 1; i < end; i++) {
            if (words.self().at(reader, i) > 0) {
                return false;
            }
            if (words.others().at(reader, i) > 0) {
                return true;
            }
        }
        return begin > 0 && isReported(clauseBegin(begin - 1), begin) || opensWithAnotherMatter(begin);
    }

    /** Whether a clause begins with a thing that nobody asks for ("The train was cancelled"). */
    private boolean opensWithAnotherMatter(int begin) {
        return words.determiner().at(reader, begin) > 0 && words.matter().at(reader, begin) < 0;
    }

    /** Whether a clause says that somebody said what follows it. */
    private boolean isReported(int begin, int end) {
        for (int i = begin; i < end; i++) {
            if (words.reported().at(reader, i) == end) {
                return true;
            }
        }
        return false;
    }

    /** Whether these words assent to, or refuse, a thing that nobody asks for: "I agree with your analysis". */
    boolean isOfAnotherMatter(int first, int end) {
        for (int i = first; i < end; i++) {
            int after = words.assent().at(reader, i);
            if (after > 0 && after < sentence.words().size() && inOneClause(after, i)
                    && words.matter().at(reader, after) < 0) {
                return true;
            }
        }
        return false;
    }

    /** Whether the clause names a thing that nobody asks for: what is done to it is no answer. */
    boolean namesAnotherMatter(int first, int end) {
        int last = Math.min(end, sentence.words().size() - 1);
        for (int i = clauseBegin(first); i <= last; i++) {
            if (inOneClause(i, first) && words.determiner().at(reader, i) > 0 && words.matter().at(reader, i) < 0) {
                return true;
            }
        }
        return false;
    }

    /** "No, the letter was not delayed": what a yes or a no alone answers, the clause after it tells. */
    boolean answersAnotherMatter(int first, int end) {
        return end < sentence.words().size() && !inOneClause(end, end - 1) && words.answer().at(reader, first) == end
                && words.determiner().at(reader, end) > 0 && words.matter().at(reader, end) < 0;
    }

    /** Whether the sentence as a whole is quoted, only supposed, or about another matter. */
    boolean answersNothing() {
        return !neutral.isEmpty() || isUnreal || isOfAnotherMatter(0, sentence.words().size()) || answersAnotherMatter(0, 1);
    }

    private int clauseBegin(int word) {
        int begin = word;
        while (begin > 0 && inOneClause(begin - 1, word)) {
            begin--;
        }
        return begin;
    }

    private boolean inOneClause(int one, int other) {
        return sentence.clause().get(one).equals(sentence.clause().get(other));
    }
}
