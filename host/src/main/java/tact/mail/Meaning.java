package tact.mail;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

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
    public enum Kind implements Identified {
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
        @Override
        public String id() {
            return id;
        }

        /**
         * The kind of this id.
         *
         * @throws IllegalArgumentException if there is none
         */
        public static Kind of(String id) {
            return Identified.of(Kind.class, id, "meaning");
        }
    }

    /** An answer stands at the beginning; what comes after so many sentences is about something else. */
    static final int MAX_SENTENCES = 12;
    /** In a longer mail a sentence with a "not" or an "I will" need not be the answer. */
    private static final int SHORT_MAIL = 6;
    /** Nobody agrees or declines in a longer sentence; but code and logs look like one. */
    private static final int MAX_WORDS = 50;
    private static final int NEGATION_WORDS = 3;
    private static final int FORBIDDING_WORDS = 2;
    private static final List<String> LANGUAGES = List.of("en", "de");
    /** What the phrases say is not believed where the impression of the whole mail is less likely to agree than this. */
    private static final double CONFIRMED = 0.3;
    /** Where the phrases say nothing, the impression alone counts from here on. */
    private static final double CERTAIN = 0.9;

    public Meaning {
        Objects.requireNonNull(kind);
        Objects.requireNonNull(evidence);
    }

    /** What a phrase says on its own, each with the section of its phrases. */
    private enum Sign {
        /** Agrees. */
        YES("yes"),
        /** Agrees by asking what only somebody asks who agrees: when to meet. */
        ASKS("asks"),
        /** Agrees by denying what stands against it. */
        UNOPPOSED("unopposed"),
        /** Wishes or praises: a yes unless something takes it back. */
        WISH("would"),
        /** Declines for good. */
        NO("no"),
        /** Declines, maybe only for a while. */
        CANNOT("cannot"),
        /** Declines as the wrong one. */
        NOT_ME("not-me"),
        /** Has no time or room now. */
        BUSY("busy"),
        /** Puts off, or asks to write again. */
        LATER("later-again"),
        /** Keeps for later what is declined. */
        KEEP("keep"),
        /** Declines, where nothing else is said. */
        DENIES("denies"),
        /** Agrees, where nothing else is said. */
        PROMISES("promises"),
        /** Says that nothing is decided. */
        UNDECIDED("undecided"),
        /** Passes on to someone else. */
        ELSEWHERE("elsewhere"),
        /** Mocks: nothing is agreed to by a mail that does. */
        JEST("jest");

        private final String section;

        Sign(String section) {
            this.section = section;
        }

        private boolean agrees() {
            return this == YES || this == ASKS || this == UNOPPOSED || this == WISH || this == PROMISES;
        }

        /** Counts only where nothing else is said. */
        private boolean isWeak() {
            return this == DENIES || this == PROMISES;
        }

        private boolean declines() {
            return this == NO || this == CANNOT || this == NOT_ME || this == DENIES;
        }
    }

    /** What is no answer where the words are part of one that says nothing yet. */
    private static final Set<Sign> UNSURE = EnumSet.of(Sign.BUSY, Sign.LATER, Sign.CANNOT, Sign.DENIES);

    /** The phrases of a language that are asked word by word. */
    private record Words(
            String language, Map<Sign, Phrases> signs, Phrases not, Phrases condition, Phrases but, Phrases now, Phrases bounds,
            Phrases moment) {

        private static final Map<String, Words> KNOWN = new ConcurrentHashMap<>();

        private static Words of(String language) {
            return KNOWN.computeIfAbsent(language, Words::read);
        }

        private static Words read(String language) {
            Map<Sign, Phrases> signs = new EnumMap<>(Sign.class);
            for (Sign sign : Sign.values()) {
                signs.put(sign, Phrases.of(language, sign.section));
            }
            return new Words(language, signs, Phrases.of(language, "not"),
                    Phrases.of(language, "condition"), Phrases.of(language, "but"), Phrases.of(language, "now"),
                    Phrases.of(language, "bounds"), Phrases.of(language, "moment"));
        }
    }

    /**
     * A phrase that counts.
     *
     * @param at    number of its sentence
     * @param first index of its first word in the sentence
     * @param end   index of the word after its last
     */
    private record Said(Sign sign, Sentence sentence, int at, int first, int end) {

        private boolean overlaps(Said other) {
            return first < other.end && other.first < end;
        }

        private Kind kind() {
            return sign.agrees() ? Kind.YES : sign.declines() ? Kind.NO : Kind.NOT_NOW;
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
        List<Sentence> first = sentences.subList(0, Math.min(sentences.size(), MAX_SENTENCES)).stream()
                .filter(Meaning::isProse)
                .toList();
        String read = language == null ? guess(first) : LANGUAGES.contains(language) ? language : null;
        if (read == null) {
            return new Meaning(Kind.OTHER, "", null);
        }
        Words words = Words.of(read);
        List<Said> said = said(first, words);
        Said decided = new Answer(said, sentences.size() <= SHORT_MAIL, words).decide();
        Impression impression = new Impression(first, read);
        Kind kind = decided == null ? impression.kind() : decided.kind();
        Sentence sentence = decided == null ? impression.sentence(kind) : decided.sentence();
        // Where phrases stand against each other, or leave it open, the impression cannot know better.
        boolean isHeard = decided == null && said.isEmpty() && sentence != null && !sentence.isQuestion()
                && impression.likelihood(kind) >= CERTAIN
                && !new Aside(new Phrases.Reader(sentence), read).answersNothing();
        boolean isConfirmed = decided != null && impression.likelihood(kind) >= CONFIRMED;
        if (kind == Kind.OTHER || !isHeard && !isConfirmed) {
            return new Meaning(Kind.OTHER, "", null);
        }
        String time = kind == Kind.NO ? null : time(sentence, sentences, read);
        return new Meaning(kind, sentence.text(), time);
    }

    /** Whether somebody may agree or decline in it. */
    static boolean isProse(Sentence sentence) {
        return sentence.words().size() <= MAX_WORDS && !sentence.isCode() && !sentence.isField();
    }

    /** The phrases of a mail that count. */
    private static List<Said> said(List<Sentence> sentences, Words words) {
        List<Said> said = new ArrayList<>();
        for (int i = 0; i < sentences.size(); i++) {
            said.addAll(afterContrast(signs(sentences.get(i), i, words), sentences.get(i), words));
        }
        if (said.stream().anyMatch(one -> one.sign() == Sign.JEST)) {
            said.removeIf(one -> one.sign().agrees());
        }
        return said;
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

    /** Of a text too short to tell its language, that of the two which has more signs in it, or else more of its words. */
    private static String guess(List<Sentence> sentences) {
        String best = null;
        long most = 0;
        for (String candidate : LANGUAGES) {
            int count = 0;
            for (int i = 0; i < sentences.size(); i++) {
                count += signs(sentences.get(i), i, Words.of(candidate)).size();
            }
            if (count > most) {
                most = count;
                best = candidate;
            }
        }
        return best != null ? best : LANGUAGES.stream()
                .max(Comparator.comparingLong(candidate -> new Impression(sentences, candidate).known()))
                .orElseThrow();
    }

    /** The phrases of a sentence, without those that are negated, only supposed, or part of one that says something else. */
    private static List<Said> signs(Sentence sentence, int at, Words words) {
        Phrases.Reader reader = new Phrases.Reader(sentence);
        Aside aside = new Aside(reader, words.language());
        List<Said> signs = new ArrayList<>();
        for (Sign sign : Sign.values()) {
            if (!sentence.isQuestion() || !sign.declines()) {
                collect(sign, reader, at, words, aside, signs);
            }
        }
        if (signs.isEmpty()) {
            return signs;
        }
        // "Let's talk" says yes, "let's talk again after the holidays" does not: the longer phrase is what is said.
        List<Said> all = List.copyOf(signs);
        signs.removeIf(said -> all.stream().anyMatch(other -> outweighs(other, said)));
        // "I have to ask my boss first" is no lack of time, "once we have decided" no later.
        signs.removeIf(said -> UNSURE.contains(said.sign())
                && all.stream().anyMatch(other -> other.sign() == Sign.UNDECIDED
                        && other.first() <= said.first() && other.overlaps(said)
                        && (said.sign() == Sign.BUSY || other.end() >= said.end())));
        signs.removeIf(said -> said.sign().agrees() && all.stream().anyMatch(other -> opens(other, said)));
        // A refusal for now is no refusal: "at present we have no need". But what is decided is: "the post is now filled".
        boolean isNow = words.now().in(reader) != null;
        boolean isBound = words.bounds().all(reader).stream()
                .anyMatch(match -> !aside.covers(match.first(), match.end()));
        signs.replaceAll(said -> isNow && said.sign() == Sign.CANNOT || isBound && said.sign() == Sign.NO && denies(said, words)
                ? new Said(Sign.BUSY, said.sentence(), said.at(), said.first(), said.end())
                : said);
        return signs;
    }

    private static boolean denies(Said said, Words words) {
        return IntStream.range(said.first(), said.end()).anyMatch(word -> words.not().at(said.sentence(), word) > 0);
    }

    private static boolean isOpen(Said said) {
        return said.sign() == Sign.UNDECIDED || said.sign() == Sign.ELSEWHERE;
    }

    /** "I'd love to, let me think about it" is open; "yes please, and I'll look at the rest tonight" is not. */
    private static boolean opens(Said other, Said said) {
        boolean isPart = said.first() <= other.first() && other.end() < said.end();
        return other.sign() == Sign.ELSEWHERE
                || other.sign() == Sign.UNDECIDED && !isPart
                && (other.overlaps(said) || other.first() < said.first() || said.sign() == Sign.WISH);
    }

    private static boolean outweighs(Said other, Said said) {
        boolean comparable = other.sign().agrees() != said.sign().agrees() && !isOpen(other)
                && !(other.sign().agrees() && (said.sign() == Sign.LATER || said.sign() == Sign.BUSY));
        int longer = other.end() - other.first() - (said.end() - said.first());
        return comparable && other.overlaps(said) && (longer > 0 || longer == 0 && said.sign().agrees());
    }

    private static void collect(
            Sign sign, Phrases.Reader reader, int at, Words words, Aside aside, List<Said> signs) {
        for (Phrases.Match match : words.signs().get(sign).all(reader)) {
            boolean isAside = sign != Sign.UNOPPOSED && sign != Sign.JEST && aside.covers(match.first(), match.end())
                    || (sign.agrees() || sign.declines())
                    && isAside(sign, match.first(), match.end(), aside);
            boolean isNegated = sign.agrees() && sign != Sign.UNOPPOSED && isNegated(match, reader, words, aside);
            // "Do not write again in March."
            boolean isForbidden = sign == Sign.LATER && follows(words.not(), reader, match, FORBIDDING_WORDS);
            boolean isSupposed = sign != Sign.LATER && sign != Sign.UNDECIDED && sign != Sign.ELSEWHERE
                    && follows(words.condition(), reader, match, match.first());
            if (!isAside && !isForbidden && !isNegated && !isSupposed) {
                signs.add(new Said(sign, match.sentence(), at, match.first(), match.end()));
            }
        }
    }

    /** Whether these words are not the writer's, or about something else than what was asked, or not meant. */
    private static boolean isAside(Sign sign, int first, int end, Aside aside) {
        boolean isAsked = sign != Sign.UNOPPOSED && sign != Sign.ASKS && aside.asks(first);
        return aside.isOfOthers(first, end) || aside.isOfAnotherMatter(first, end)
                || aside.answersAnotherMatter(first, end)
                || sign.isWeak() && aside.namesAnotherMatter(first, end)
                || sign.agrees() && (isAsked || aside.isUnreal());
    }

    /** A negation in the same clause, shortly before the phrase, inside it, or right after it ("passt mir gar nicht"). */
    private static boolean isNegated(Phrases.Match match, Phrases.Reader reader, Words words, Aside aside) {
        Sentence sentence = match.sentence();
        int from = Math.max(0, match.first() - NEGATION_WORDS);
        int to = Math.min(sentence.words().size(), match.end() + NEGATION_WORDS);
        for (int i = from; i < to; i++) {
            int near = i < match.end() ? match.first() : match.end() - 1;
            boolean sameClause = sentence.clause().get(i).equals(sentence.clause().get(near))
                    || i >= match.first() && i < match.end();
            if (sameClause && words.not().at(reader, i) > 0 && !aside.covers(i, i + 1)) {
                return true;
            }
        }
        return false;
    }

    /** Whether such a word is among the words before a phrase, in its clause. */
    private static boolean follows(Phrases phrases, Phrases.Reader reader, Phrases.Match match, int words) {
        Sentence sentence = match.sentence();
        Integer clause = sentence.clause().get(match.first());
        for (int i = match.first() - 1; i >= Math.max(0, match.first() - words); i--) {
            if (sentence.clause().get(i).equals(clause) && phrases.at(reader, i) > 0) {
                return true;
            }
        }
        return false;
    }

    /** Of signs on both sides of a "but", those after it are what is meant; a wish with a "but" behind it is none. */
    private static List<Said> afterContrast(List<Said> signs, Sentence sentence, Words words) {
        if (signs.isEmpty()) {
            return signs;
        }
        Phrases.Reader reader = new Phrases.Reader(sentence);
        for (int i = sentence.words().size() - 1; i > 0; i--) {
            if (words.but().at(reader, i) > 0) {
                int at = i;
                boolean before = signs.stream().anyMatch(said -> said.first() < at && !isOpen(said));
                boolean after = signs.stream().anyMatch(said -> said.first() >= at && !isOpen(said));
                if (before && after) {
                    return signs.stream().filter(said -> said.first() >= at || isOpen(said)).toList();
                }
                if (before) {
                    return signs.stream().filter(said -> said.sign() != Sign.WISH || said.end() > at).toList();
                }
            }
        }
        return signs;
    }

    /** What was said in the whole mail, weighed. */
    private record Answer(List<Said> said, boolean isShort, Words words) {

        private Said first(Sign... signs) {
            return said.stream().filter(one -> List.of(signs).contains(one.sign())).findFirst().orElse(null);
        }

        private Said last(Sign... signs) {
            return said.stream().filter(one -> List.of(signs).contains(one.sign())).reduce((a, b) -> b).orElse(null);
        }

        /**
         * A later outweighs all; a refusal all but a plain yes, with which it is unclear. Who is busy, or cannot, but names a
         * time, agrees to that time. What is weak counts where nothing stronger is said.
         */
        private Said decide() {
            Said later = first(Sign.LATER);
            if (later != null) {
                return later;
            }
            Said agreed = last(Sign.YES, Sign.ASKS, Sign.UNOPPOSED);
            boolean namesMoment = agreed != null && namesMoment(agreed);
            Said no = first(Sign.NO);
            if (no != null) {
                return agreed == null ? no : null;
            }
            Said busy = first(Sign.BUSY);
            if (busy != null) {
                return namesMoment || agreed != null && agreed.at() > last(Sign.BUSY).at() ? agreed : busy;
            }
            Said kept = first(Sign.KEEP);
            boolean isOpen = first(Sign.UNDECIDED, Sign.ELSEWHERE) != null;
            Said cannot = first(Sign.CANNOT, Sign.NOT_ME);
            if (cannot != null && agreed != null) {
                return namesMoment ? agreed : null;
            }
            if (cannot != null) {
                // "On Tuesday I cannot": no answer to the request, but to a day.
                return isOpen || namesMoment(cannot) ? null : kept == null ? cannot : kept;
            }
            if (agreed != null) {
                return first(Sign.YES, Sign.ASKS, Sign.UNOPPOSED);
            }
            return kept != null || isOpen ? kept : weak();
        }

        private Said weak() {
            Said wish = first(Sign.WISH);
            if (wish != null || !isShort) {
                return wish;
            }
            Said denied = first(Sign.DENIES);
            return denied != null ? denied : first(Sign.PROMISES);
        }

        private boolean namesMoment(Said one) {
            return words.moment().in(one.sentence()) != null;
        }
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
