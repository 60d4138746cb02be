package tact.mail;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Weighs whether a mail that no field of its header betrays is what an answering machine writes. Humans too say that they are
 * away, or that a mail has arrived; but such a note speaks to nobody in particular, asks nothing, and says little beside the
 * usual: thanks for the message, whom to turn to, when there will be an answer, and until when. Each of these speaks for a
 * note, each sentence of something else against it.
 */
final class AnsweringNote {

    /** What a note's usual sentences are about. */
    private static final List<String> SIGNS = List.of("no-access", "contact", "will-answer", "thanks-for-message");
    /** Also of a note that acknowledges a mail. */
    private static final List<String> OF_RECEIPT = List.of("received", "no-reply", "mailbox");
    /** What explains a sentence, without being a sign. */
    private static final List<String> USUAL = List.of(
            "away", "away-weak", "automatic", "no-end", "back", "greeting", "courtesy", "to-everybody", "address-dead");
    /** What says why there is no answer yet. */
    private static final List<String> OF_STATE = List.of("away", "away-weak", "back", "to-everybody", "address-dead");
    private static final int MAX_WORDS = 250;
    private static final int ENOUGH = 3;
    private static final int TITLE = 3;
    private static final int TYPED = 3;
    private static final int MIN_NAME = 3;
    private static final int GREETING_WORDS = 6;
    private static final int MAX_NAMES = 4;
    private static final int MAX_SIGNED = 3;
    private static final int BUT = 2;
    private static final int MAX_PLAIN = 2;
    private static final int GONE = 2;
    private static final int ABOUT_AUTHOR = 2;
    private static final int MAX_SIGNATURE = 6;
    private static final int MIN_STATEMENT = 4;
    private static final int MIN_STATEMENT_WORDS = 3;
    private static final int MIN_STATEMENTS = 2;

    private enum Greeting { NONE, OF_ANYBODY, OF_SOMEBODY }

    private final List<Sentence> sentences;
    private final Set<String> names;
    private final boolean isTyped;
    /** Of the text; null if unknown. */
    private final String language;

    /**
     * @param receivers whom a human would greet by name
     * @param isTyped   whether the header shows a program in which people write
     */
    AnsweringNote(List<Sentence> sentences, List<Address> receivers, boolean isTyped) {
        this.sentences = sentences;
        this.names = names(receivers);
        this.isTyped = isTyped;
        this.language = Language.of(sentences);
    }

    private static Set<String> names(List<Address> receivers) {
        Set<String> names = new HashSet<>();
        for (Address receiver : receivers) {
            Sentence.of(receiver.name()).words().stream().filter(word -> word.length() >= MIN_NAME).forEach(names::add);
        }
        return names;
    }

    /** Whether a machine may have written it at all: it asks nothing, and greets nobody by name. */
    boolean isPossible() {
        int words = sentences.stream().mapToInt(sentence -> sentence.words().size()).sum();
        return words <= MAX_WORDS && !isQuestioned() && greeting() != Greeting.OF_SOMEBODY;
    }

    /**
     * Whether it is a note of absence, given that it says its author is away.
     *
     * @param isTitled whether its subject is that of such a note
     * @param hints    how many fields of the header point to a machine without proving it
     */
    boolean isOfAbsence(boolean isTitled, int hints) {
        if (!isPossible()) {
            return false;
        }
        int others = others();
        // "I am away until Friday, I will get back to you then" a human writes.
        boolean isBare = others == 0 && (thanksForMessageOnly() || greeting() == Greeting.OF_ANYBODY);
        boolean isNotes = says("contact") || says("no-access") || isBare;
        if (!isTitled && (!isNotes || isEngaged())) {
            return false;
        }
        int weight = signs(SIGNS) + hints - others
                + (isTitled ? TITLE : 0)
                + (sentenceWithDay(sentences) == null ? 0 : 1)
                + (others > 0 ? 0 : sentences.size() > 1 ? 2 : 1)
                + (greeting() == Greeting.OF_ANYBODY ? 1 : 0)
                - (isTyped ? TYPED : 0)
                - (objects() ? BUT : 0);
        return weight >= ENOUGH;
    }

    /**
     * Whether it only acknowledges that a mail has arrived, in the name of nobody.
     *
     * @param from   its author: an organisation, by its name, where that is in the domain and not before the @
     * @param ticket whether the subject numbers the request
     */
    boolean isOfReceipt(Sentence subject, Address from, boolean ticket, int hints) {
        boolean isTitled = Stream.of("received", "thanks-for-message")
                .anyMatch(section -> Phrases.everywhere(section).in(subject) != null);
        boolean says = says("received") || says("thanks-for-message") || isTitled || hints > 0 && says("mailbox");
        if (!says || !isPossible() || isTyped) {
            return false;
        }
        boolean isNobody = ticket || isOrganisation(from);
        int weight = signs(SIGNS) + signs(OF_RECEIPT) + hints + (isTitled ? 1 : 0) + (ticket ? 2 : isNobody ? 1 : 0) - others();
        return weight >= ENOUGH && (isNobody || hints > 0);
    }

    /**
     * Whether it tells everybody the same, or that its author is there no more: nobody writes so to one who waits for an answer.
     * One such phrase alone is not enough, and none that takes up what was written may stand beside it.
     *
     * @param from     its author
     * @param isTitled whether its subject is that of such a note
     * @param hints    how many fields of the header point to a machine without proving it
     */
    boolean isToEverybody(Address from, boolean isTitled, int hints) {
        if (!isForNobody()) {
            return false;
        }
        int plain = Math.min(MAX_PLAIN, sentences.stream().mapToInt(this::toEverybody).sum());
        boolean isGone = says("address-dead") && (says("contact") || hasAddress());
        boolean isAboutAuthor = isAboutAuthor(from);
        if (plain == 0 && !isGone && !isAboutAuthor) {
            return false;
        }
        // A sentence that is told to everybody does not count a second time for its absence.
        boolean isAwayBesides = sentences.stream().anyMatch(sentence -> toEverybody(sentence) == 0 && isAway(sentence));
        int weight = signs(SIGNS) + (says("received") || says("mailbox") ? 1 : 0) + hints - others()
                + (plain > 0 ? plain + 1 : 0)
                + (isGone ? GONE : 0)
                + (isAboutAuthor ? ABOUT_AUTHOR : 0)
                + (isTitled ? 1 : 0)
                + (isAwayBesides ? 1 : 0)
                + (isOrganisation(from) || greeting() == Greeting.OF_ANYBODY ? 1 : 0)
                + (hasAddress() ? 1 : 0)
                - (objects() ? 1 : 0);
        return weight >= ENOUGH;
    }

    /** Whether it says in two languages that its author is away: nobody answers one who wrote in one so. */
    boolean isBilingual() {
        return isForNobody()
                && Phrases.LANGUAGES.stream().filter(each -> Phrases.of(each, "away").in(sentences) != null).count() > 1;
    }

    /** Whether a machine may have written it, and nothing in it takes up what was written. */
    boolean isForNobody() {
        return isPossible() && !isTyped && !isEngaged();
    }

    /** Whether it says that its author is away, until when, and nothing else. */
    boolean isBare() {
        return isForNobody() && others() == 0 && sentenceWithDay(sentences) != null;
    }

    /**
     * Whether its phrases speak for a note, though perhaps with too little weight, and nothing for a person: an impression of the
     * whole may decide. Only in languages that it knows, and not of a single statement, which a person makes as well.
     */
    boolean isLeftOpen() {
        return language != null && NoteImpression.LANGUAGES.contains(language)
                && Stream.of(SIGNS, OF_RECEIPT, OF_STATE).flatMap(List::stream).anyMatch(this::says)
                && isForNobody()
                && statements() >= MIN_STATEMENTS;
    }

    /** Sentences that are more than a salutation, a closing or a name. */
    private long statements() {
        Sentence last = sentences.get(sentences.size() - 1);
        return sentences.stream()
                .filter(sentence -> sentence.words().size() >= MIN_STATEMENT_WORDS && !isClosing(sentence))
                .filter(sentence -> sentence != last || !isSignature(sentence))
                .count();
    }

    private static boolean isOrganisation(Address from) {
        int at = from.spec().lastIndexOf('@');
        List<String> local = Sentence.of(from.spec().substring(0, Math.max(at, 0))).words();
        List<String> domain = Sentence.of(from.spec().substring(at + 1)).words();
        List<String> name = Sentence.of(from.name()).words();
        return name.stream()
                .filter(word -> word.length() >= MIN_NAME && local.stream().noneMatch(part -> part.contains(word)))
                .anyMatch(word -> domain.stream().anyMatch(part -> part.contains(word)));
    }

    /** "Thank you for your message", but not "and for the photographs". */
    private boolean thanksForMessageOnly() {
        Phrases.Match thanks = Phrases.everywhere("thanks-for-message").in(sentences);
        if (thanks == null) {
            return false;
        }
        List<Integer> clause = thanks.sentence().clause();
        return thanks.end() >= clause.size() - 1 || clause.get(thanks.end()) > clause.get(thanks.end() - 1);
    }

    /** Who asks something wants to be answered; "urgent?" is no question. */
    boolean isQuestioned() {
        return sentences.stream().anyMatch(sentence -> sentence.isQuestion() && Phrases.everywhere("contact").in(sentence) == null);
    }

    private boolean says(String section) {
        return Phrases.everywhere(section).in(sentences) != null;
    }

    /** Whether nobody speaks of himself in it. */
    boolean isImpersonal() {
        return phrases("myself").in(sentences) == null;
    }

    private boolean hasAddress() {
        return sentences.stream().anyMatch(sentence -> sentence.text().indexOf('@') >= 0);
    }

    /** Whether it says that its author is away or gone as one speaks of somebody else: who writes says "I". */
    private boolean isAboutAuthor(Address from) {
        Set<String> author = names(List.of(from));
        return sentences.stream()
                .filter(sentence -> sentence.words().size() >= MIN_STATEMENT)
                .filter(sentence -> sentence.words().stream().anyMatch(author::contains))
                .filter(sentence -> phrases("myself").in(sentence) == null)
                .anyMatch(sentence -> isAway(sentence) || phrases("address-dead").in(sentence) != null);
    }

    private boolean isAway(Sentence sentence) {
        return phrases("away").in(sentence) != null || phrases("away-weak").in(sentence) != null;
    }

    /** Whether it takes up what was written, as only one who answers does. */
    private boolean isEngaged() {
        return phrases("engaged").in(sentences) != null;
    }

    /** Of the text's language only, if it is known: words mean something else in another. */
    private Phrases phrases(String section) {
        return language == null ? Phrases.everywhere(section) : Phrases.of(language, section);
    }

    /** How many phrases of a sentence are told to everybody, not counting those that begin within another. */
    private int toEverybody(Sentence sentence) {
        int count = 0;
        int end = 0;
        for (Phrases.Match match : phrases("to-everybody").all(sentence)) {
            if (match.first() >= end) {
                count++;
                end = match.end();
            }
        }
        return count;
    }

    /** Whether it says "but"; only in its language, since the word is another in the next. */
    private boolean objects() {
        return language != null && Phrases.of(language, "objection").in(sentences) != null;
    }

    private int signs(List<String> sections) {
        return (int) sections.stream().filter(this::says).count();
    }

    /** The first sentence that says until or from when; null if none does. */
    static Sentence sentenceWithDay(List<Sentence> sentences) {
        String known = Language.of(sentences);
        List<String> languages = known == null ? Phrases.LANGUAGES : List.of(known);
        return sentences.stream()
                .filter(sentence -> languages.stream().anyMatch(language -> namesDay(sentence, language)))
                .findFirst()
                .orElse(null);
    }

    private static boolean namesDay(Sentence sentence, String language) {
        return Stream.of("until", "back").anyMatch(section -> Phrases.of(language, section).in(sentence) != null)
                && (Phrases.of(language, "tomorrow").in(sentence) != null
                        || sentence.words().stream().anyMatch(word -> Dates.isDayNumber(word) || Dates.in(language).isWeekday(word)));
    }

    /** Sentences about something else, up to the closing. */
    private int others() {
        int others = 0;
        int usual = 0;
        for (Sentence sentence : sentences) {
            boolean isLast = sentence == sentences.get(sentences.size() - 1);
            if (others + usual > 0 && (isClosing(sentence) || isLast && isSignature(sentence))) {
                break;
            }
            boolean isPast = Phrases.everywhere("past").in(sentence) != null;
            boolean isUsual = sentence.words().size() < 3 || !isPast && isUsual(sentence);
            others += isUsual ? 0 : 1;
            usual += isUsual ? 1 : 0;
        }
        return others;
    }

    /** "Best regards, Anna", but not "Thanks for your message". */
    private static boolean isClosing(Sentence sentence) {
        int size = sentence.words().size();
        int end = size == 0 ? -1 : Phrases.everywhere("closing").at(sentence, 0);
        return end == size || end > 0 && (size - end <= MAX_SIGNED || sentence.clause().get(end) > sentence.clause().get(end - 1));
    }

    /** Who signs does not end with a full stop. */
    private static boolean isSignature(Sentence sentence) {
        char last = sentence.text().charAt(sentence.text().length() - 1);
        return sentence.words().size() <= MAX_SIGNATURE && ".!?:".indexOf(last) < 0;
    }

    private boolean isUsual(Sentence sentence) {
        String own = Language.of(List.of(sentence));
        List<String> languages = own != null ? List.of(own) : language != null ? List.of(language) : Phrases.LANGUAGES;
        return sentence.text().indexOf('@') >= 0 || hasNumber(sentence)
                || languages.stream().anyMatch(each -> Stream.of(SIGNS, OF_RECEIPT, USUAL)
                        .flatMap(List::stream)
                        .anyMatch(section -> Phrases.of(each, section).in(sentence) != null));
    }

    /** A telephone number. */
    private static boolean hasNumber(Sentence sentence) {
        return sentence.text().chars().filter(c -> c >= '0' && c <= '9').count() >= 6;
    }

    private Greeting greeting() {
        if (sentences.isEmpty() || sentences.get(0).words().isEmpty()) {
            return Greeting.NONE;
        }
        Sentence first = sentences.get(0);
        List<String> words = first.words();
        if (words.subList(0, Math.min(GREETING_WORDS, words.size())).stream().anyMatch(names::contains)) {
            return Greeting.OF_SOMEBODY;
        }
        int at = Phrases.everywhere("greeting").at(first, 0);
        if (at < 0) {
            return Greeting.NONE;
        }
        for (int end = at; end > 0 && at < words.size(); ) {
            end = Phrases.everywhere("anyone").at(first, at);
            at = end > 0 ? end : at;
        }
        int clauseEnd = at;
        while (clauseEnd < words.size() && first.clause().get(clauseEnd).equals(first.clause().get(0))) {
            clauseEnd++;
        }
        boolean isName = clauseEnd > at && clauseEnd - at <= MAX_NAMES;
        return isName ? Greeting.OF_SOMEBODY : Greeting.OF_ANYBODY;
    }
}
