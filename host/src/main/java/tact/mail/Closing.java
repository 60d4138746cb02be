package tact.mail;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Whether a mail only closes a conversation, so that nobody waits for an answer to it ("Thanks, see you Tuesday!", "Vielen
 * Dank, alles klar"), read from English and German. It does where every clause of it thanks, confirms, wishes well or says
 * goodbye; what is not known to do so may be a request.
 */
final class Closing {

    private static final List<String> LANGUAGES = List.of("en", "de");
    /** Who writes more has more to say than goodbye. */
    private static final int MAX_SENTENCES = 10;
    private static final int GREETING_WORDS = 6;
    /** Words after "Thank you" that may say for what. */
    private static final int MAX_REST = 9;
    private static final int MAX_NAMES = 3;
    private static final int MAX_SIGNED = 8;

    private final Phrases greeting;
    private final Phrases signOff;
    private final Phrases closes;
    private final Phrases closesWith;
    private final Phrases request;

    private Closing(String language) {
        this.greeting = Phrases.of(language, "greeting");
        this.signOff = Phrases.of(language, "sign-off");
        this.closes = Phrases.of(language, "closes");
        this.closesWith = Phrases.of(language, "closes-with");
        this.request = Phrases.of(language, "request");
    }

    /**
     * @param sentences of the new text, quotes left out
     * @param language  null if unknown; of other languages than en and de nothing is known
     */
    static boolean isAll(List<Sentence> sentences, String language) {
        List<String> read = language == null ? LANGUAGES : LANGUAGES.contains(language) ? List.of(language) : List.of();
        return sentences.size() <= MAX_SENTENCES && sentences.stream().noneMatch(sentence -> sentence.text().indexOf('?') >= 0)
                && read.stream().anyMatch(candidate -> new Closing(candidate).isAll(sentences));
    }

    private boolean isAll(List<Sentence> sentences) {
        boolean closes = false;
        for (int i = 0; i < sentences.size(); i++) {
            Sentence sentence = sentences.get(i);
            Phrases.Reader reader = new Phrases.Reader(sentence);
            if (request.in(reader) != null) {
                return false;
            }
            if (i > 0 && isSignOff(reader)) {
                return closes && sentences.subList(i + 1, sentences.size()).stream().allMatch(this::isSigned);
            }
            for (int first = 0; first < sentence.words().size(); first = clauseEnd(sentence, first)) {
                boolean isGreeting = i == 0 && first == 0 && clauseEnd(sentence, 0) <= GREETING_WORDS && greeting.at(reader, 0) > 0;
                if (closes(reader, first)) {
                    closes = true;
                } else if (!isGreeting && !isName(sentence, first)) {
                    return false;
                }
            }
        }
        return closes;
    }

    private boolean closes(Phrases.Reader reader, int first) {
        int end = clauseEnd(reader.sentence(), first);
        int with = closesWith.at(reader, first);
        return closes.at(reader, first) == end || with > 0 && end - with <= MAX_REST;
    }

    /** "Best regards", with a name or without. */
    private boolean isSignOff(Phrases.Reader reader) {
        int end = signOff.at(reader, 0);
        return end > 0 && reader.sentence().words().size() - end <= MAX_NAMES;
    }

    /** What stands below the greeting: a name, a place, a telephone number. */
    private boolean isSigned(Sentence sentence) {
        return sentence.words().size() <= MAX_SIGNED && request.in(sentence) == null;
    }

    /** "Thanks, Anna." */
    private static boolean isName(Sentence sentence, int first) {
        int end = clauseEnd(sentence, first);
        return end - first <= MAX_NAMES && IntStream.range(first, end)
                .allMatch(word -> Character.isUpperCase(sentence.text().charAt(sentence.starts().get(word))));
    }

    private static int clauseEnd(Sentence sentence, int first) {
        int end = first;
        while (end < sentence.words().size() && sentence.clause().get(end).equals(sentence.clause().get(first))) {
            end++;
        }
        return end;
    }
}
