package tact.mail;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What a human's mail means as an answer to a request: a suggestion, read from German and English. Where signs stand against
 * each other, or nothing is clear, it is "other": a wrong "no" is worse than none.
 *
 * @param kind         what it means
 * @param evidence     the sentence that decided; empty where none did
 * @param proposedTime the time that is named for it, as written ("in March"); null where none is
 */
public record Meaning(Kind kind, String evidence, String proposedTime) {

    /** The answers that Tact tells apart. */
    public enum Kind {
        /** Agrees. */
        YES("yes"),
        /** Declines. */
        NO("no"),
        /** Not at this time, perhaps later. */
        NOT_NOW("not-now"),
        /** Something else, or unclear. */
        OTHER("other");

        private final String id;

        Kind(String id) {
            this.id = id;
        }

        /** The word for it on the command line and in the ledger. */
        public String id() {
            return id;
        }

        /**
         * The kind of this id.
         *
         * @throws IllegalArgumentException if there is none
         */
        public static Kind of(String id) {
            for (Kind kind : values()) {
                if (kind.id.equals(id)) {
                    return kind;
                }
            }
            throw new IllegalArgumentException("no meaning " + id);
        }
    }

    /** An answer stands at the beginning; what comes after so many sentences is about something else. */
    private static final int MAX_SENTENCES = 12;
    /** Nobody agrees or declines in a longer sentence; but code and logs look like one. */
    private static final int MAX_WORDS = 50;
    private static final int NEGATION_WORDS = 3;
    private static final int FORBIDDING_WORDS = 2;
    private static final List<String> LANGUAGES = List.of("en", "de");

    public Meaning {
        Objects.requireNonNull(kind);
        Objects.requireNonNull(evidence);
    }

    /** What a phrase says on its own. */
    private enum Sign { YES, WISH, NO, CANNOT, NOT_NOW }

    /**
     * A phrase that counts.
     *
     * @param first index of its first word in the sentence
     * @param end   index of the word after its last
     */
    private record Said(Sign sign, Sentence sentence, int first, int end) {

        private boolean overlaps(Said other) {
            return first < other.end && other.first < end;
        }
    }

    /**
     * @param sentences of the new text, quotes left out
     * @param language  null if unknown
     * @param calendar  null if it is no scheduling mail
     */
    static Meaning of(List<Sentence> sentences, String language, CalendarPart calendar) {
        if (calendar != null) {
            return ofCalendar(calendar);
        }
        String read = language == null ? guess(sentences) : LANGUAGES.contains(language) ? language : null;
        if (read == null) {
            return new Meaning(Kind.OTHER, "", null);
        }
        List<Said> said = new ArrayList<>();
        for (Sentence sentence : sentences.subList(0, Math.min(sentences.size(), MAX_SENTENCES))) {
            said.addAll(afterContrast(signs(sentence, read), sentence, read));
        }
        Map<Sign, Said> first = new EnumMap<>(Sign.class);
        said.forEach(sign -> first.putIfAbsent(sign.sign(), sign));
        Said decided = decide(first);
        if (decided == null) {
            return new Meaning(Kind.OTHER, "", null);
        }
        Kind kind = switch (decided.sign()) {
            case YES, WISH -> Kind.YES;
            case NO, CANNOT -> Kind.NO;
            case NOT_NOW -> Kind.NOT_NOW;
        };
        return new Meaning(kind, decided.sentence().text(), kind == Kind.NO ? null : time(decided.sentence(), sentences, read));
    }

    private static Meaning ofCalendar(CalendarPart calendar) {
        Kind kind = switch (calendar.partStat()) {
            case "ACCEPTED" -> Kind.YES;
            case "DECLINED" -> Kind.NO;
            default -> Kind.OTHER;
        };
        String day = calendar.start() == null || kind == Kind.NO ? null : calendar.start().toString();
        return new Meaning(kind, calendar.evidence(), day);
    }

    /** Of a text too short to tell its language, that of the two which has a sign in it. */
    private static String guess(List<Sentence> sentences) {
        for (String candidate : LANGUAGES) {
            for (Sentence sentence : sentences) {
                if (!signs(sentence, candidate).isEmpty()) {
                    return candidate;
                }
            }
        }
        return null;
    }

    /** The phrases of a sentence, without those that are negated, only supposed, or part of one that says something else. */
    private static List<Said> signs(Sentence sentence, String language) {
        if (sentence.words().size() > MAX_WORDS || sentence.isCode()) {
            return List.of();
        }
        List<Phrases.Match> neutral = Phrases.of(language, "neutral").all(sentence);
        List<Said> signs = new ArrayList<>();
        collect(Sign.YES, "yes", sentence, language, neutral, signs);
        collect(Sign.WISH, "would", sentence, language, neutral, signs);
        if (!sentence.isQuestion()) {
            collect(Sign.NO, "no", sentence, language, neutral, signs);
            collect(Sign.CANNOT, "cannot", sentence, language, neutral, signs);
        }
        collect(Sign.NOT_NOW, "not-now", sentence, language, neutral, signs);
        // A refusal for now is no refusal.
        if (has(signs, Sign.NOT_NOW)) {
            signs.removeIf(said -> said.sign() == Sign.CANNOT || said.sign() == Sign.NO);
        }
        // "Let's talk" says yes, "let's talk again after the holidays" does not: the longer phrase is what is said.
        List<Said> all = List.copyOf(signs);
        signs.removeIf(said -> all.stream().anyMatch(other -> outweighs(other, said)));
        // "On Tuesday I cannot": no answer to the request, but to a day.
        if (has(signs, Sign.CANNOT) && namesDay(sentence, language)) {
            signs.removeIf(said -> said.sign() == Sign.CANNOT);
        }
        return withWishes(signs);
    }

    private static boolean outweighs(Said other, Said said) {
        boolean comparable = other.sign() != said.sign() && other.sign() != Sign.WISH && said.sign() != Sign.WISH
                && !(other.sign() == Sign.YES && said.sign() == Sign.NOT_NOW);
        return comparable && other.overlaps(said) && other.end() - other.first() > said.end() - said.first();
    }

    /** A yes that is only wished ("I would like to") is one unless something takes it back; a wish alone says nothing. */
    private static List<Said> withWishes(List<Said> signs) {
        List<Said> wishes = signs.stream().filter(said -> said.sign() == Sign.WISH).toList();
        return signs.stream()
                .filter(said -> said.sign() != Sign.WISH)
                .map(said -> said.sign() == Sign.YES && wishes.stream().anyMatch(wish -> Math.abs(wish.first() - said.first()) <= 3)
                        ? new Said(Sign.WISH, said.sentence(), said.first(), said.end())
                        : said)
                .toList();
    }

    private static boolean has(List<Said> signs, Sign sign) {
        return signs.stream().anyMatch(said -> said.sign() == sign);
    }

    private static boolean namesDay(Sentence sentence, String language) {
        return sentence.words().stream().anyMatch(word -> word.length() > 3 && Dates.in(language).isWeekday(word))
                || Phrases.of(language, "time").in(sentence) != null;
    }

    private static void collect(
            Sign sign, String section, Sentence sentence, String language, List<Phrases.Match> neutral, List<Said> signs) {
        for (Phrases.Match match : Phrases.of(language, section).all(sentence)) {
            boolean isOther = neutral.stream().anyMatch(mask -> mask.first() < match.end() && match.first() < mask.end());
            boolean isNegated = (sign == Sign.YES || sign == Sign.WISH) && isNegated(match, language, neutral);
            // "Do not write again in March."
            boolean isForbidden = sign == Sign.NOT_NOW && follows("not", match, language, FORBIDDING_WORDS);
            if (!isOther && !isForbidden && !isNegated && !isSupposed(match, language)) {
                signs.add(new Said(sign, sentence, match.first(), match.end()));
            }
        }
    }

    /** A negation in the same clause, shortly before the phrase, inside it, or right after it ("passt mir gar nicht"). */
    private static boolean isNegated(Phrases.Match match, String language, List<Phrases.Match> neutral) {
        Sentence sentence = match.sentence();
        Phrases not = Phrases.of(language, "not");
        int from = Math.max(0, match.first() - NEGATION_WORDS);
        int to = Math.min(sentence.words().size(), match.end() + NEGATION_WORDS);
        for (int i = from; i < to; i++) {
            boolean sameClause = sentence.clause().get(i).equals(sentence.clause().get(i < match.end() ? match.first() : match.end() - 1))
                    || i >= match.first() && i < match.end();
            int at = i;
            boolean isMasked = neutral.stream().anyMatch(mask -> mask.first() <= at && at < mask.end());
            if (sameClause && !isMasked && not.at(sentence, i) > 0) {
                return true;
            }
        }
        return false;
    }

    /** "if you are interested": a condition opens the clause. */
    private static boolean isSupposed(Phrases.Match match, String language) {
        return follows("condition", match, language, match.first());
    }

    /** Whether such a word is among the words before a phrase, in its clause. */
    private static boolean follows(String section, Phrases.Match match, String language, int words) {
        Sentence sentence = match.sentence();
        Phrases phrases = Phrases.of(language, section);
        Integer clause = sentence.clause().get(match.first());
        for (int i = match.first() - 1; i >= Math.max(0, match.first() - words); i--) {
            if (sentence.clause().get(i).equals(clause) && phrases.at(sentence, i) > 0) {
                return true;
            }
        }
        return false;
    }

    /** Of signs on both sides of a "but", those after it are what is meant; a wish with a "but" behind it is none. */
    private static List<Said> afterContrast(List<Said> signs, Sentence sentence, String language) {
        Phrases but = Phrases.of(language, "but");
        for (int i = sentence.words().size() - 1; i > 0 && !signs.isEmpty(); i--) {
            if (but.at(sentence, i) > 0) {
                int at = i;
                boolean before = signs.stream().anyMatch(said -> said.first() < at);
                boolean after = signs.stream().anyMatch(said -> said.first() >= at);
                if (before && after) {
                    return withoutQualified(signs.stream().filter(said -> said.first() >= at).toList());
                }
                if (before && !after) {
                    return withoutQualified(signs.stream().filter(said -> said.sign() != Sign.WISH || said.end() > at).toList());
                }
            }
        }
        return withoutQualified(signs);
    }

    /** "Happy to talk when I am back" is a later. */
    private static List<Said> withoutQualified(List<Said> signs) {
        return has(signs, Sign.NOT_NOW)
                ? signs.stream().filter(said -> said.sign() != Sign.YES && said.sign() != Sign.WISH).toList()
                : signs;
    }

    /** A wish and a refusal are a refusal, a refusal and a later are a later; a yes and a refusal are unclear. */
    private static Said decide(Map<Sign, Said> said) {
        boolean yes = said.containsKey(Sign.YES);
        boolean refuses = said.containsKey(Sign.NO) || said.containsKey(Sign.CANNOT);
        boolean later = said.containsKey(Sign.NOT_NOW);
        if (yes && (refuses || later) || said.containsKey(Sign.NO) && later) {
            return null;
        }
        if (later) {
            return said.get(Sign.NOT_NOW);
        }
        if (refuses) {
            return said.containsKey(Sign.NO) ? said.get(Sign.NO) : said.get(Sign.CANNOT);
        }
        return yes ? said.get(Sign.YES) : said.get(Sign.WISH);
    }

    /** The longest time in the deciding sentence, else in another one. */
    private static String time(Sentence decided, List<Sentence> sentences, String language) {
        String here = time(decided, language);
        if (here != null) {
            return here;
        }
        return sentences.stream().map(sentence -> time(sentence, language)).filter(Objects::nonNull).findFirst().orElse(null);
    }

    private static String time(Sentence sentence, String language) {
        Phrases.Match match = Phrases.of(language, "time").all(sentence).stream()
                .max((a, b) -> Integer.compare(a.end() - a.first(), b.end() - b.first()))
                .orElse(null);
        if (match == null) {
            return null;
        }
        int last = match.end() - 1;
        int end = sentence.starts().get(last);
        while (end < sentence.text().length() && Character.isLetterOrDigit(sentence.text().charAt(end))) {
            end++;
        }
        return sentence.text().substring(sentence.starts().get(match.first()), end);
    }
}
