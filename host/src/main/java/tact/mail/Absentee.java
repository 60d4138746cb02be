package tact.mail;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Whose return a sentence of an absence note tells: its author's, or somebody else's. Who writes of himself says so; of a note in
 * which nobody does, the first person spoken of is the author ("Dr Rao is away. She returns on Monday"), unless it is one to turn to.
 */
final class Absentee {

    private static final int MIN_NAME = 3;
    /** Words after a title within which a name stands. */
    private static final int NAME_WORDS = 2;

    private final String language;
    private final Set<String> names = new HashSet<>();
    private final boolean isPersonal;
    /** The first who is spoken of by title and name; null before that. */
    private String named;

    /** @param from the author */
    Absentee(String language, List<Sentence> sentences, Address from) {
        this.language = language;
        String local = from.spec().substring(0, Math.max(0, from.spec().lastIndexOf('@')));
        Sentence.of(from.name() + " " + local).words().stream().filter(word -> word.length() >= MIN_NAME).forEach(names::add);
        this.isPersonal = phrases("myself").in(sentences) != null || phrases("own").in(sentences) != null;
    }

    /** Whether somebody speaks of himself in the note. */
    boolean isPersonal() {
        return isPersonal;
    }

    /** Takes note of who is spoken of; sentences are to be told in their order. */
    void read(Sentence sentence) {
        for (int i = 0; i + 1 < sentence.words().size() && named == null; i++) {
            int end = phrases("title").at(sentence, i);
            named = end > 0 && end < sentence.words().size() && !isToTurnTo(sentence) ? sentence.words().get(end) : null;
        }
    }

    /** Whether somebody else, and not the author, is spoken of before a word. */
    boolean isSomebodyElse(Sentence sentence, int end) {
        boolean myself = false;
        boolean other = false;
        for (int i = 0; i < end; i++) {
            if (phrases("myself").at(sentence, i) > 0) {
                myself = true;
                other = false;
            } else if (phrases("somebody-else").at(sentence, i) > 0 && !isAuthor(sentence, i)) {
                other = !myself || sentence.clause().get(i) > 0;
            }
        }
        return other;
    }

    /** Whether a title or a pronoun stands for the author. */
    private boolean isAuthor(Sentence sentence, int at) {
        if (isPersonal || isToTurnTo(sentence)) {
            return false;
        }
        int name = phrases("title").at(sentence, at);
        if (name < 0) {
            return phrases("pronoun").at(sentence, at) > 0 && isAway(sentence);
        }
        List<String> words = sentence.words();
        return words.subList(name, Math.min(words.size(), name + NAME_WORDS)).stream()
                .anyMatch(word -> word.equals(named) || names.contains(word));
    }

    private boolean isToTurnTo(Sentence sentence) {
        return phrases("deputy").in(sentence) != null || phrases("contact").in(sentence) != null;
    }

    private boolean isAway(Sentence sentence) {
        return phrases("away").in(sentence) != null || phrases("away-weak").in(sentence) != null;
    }

    private Phrases phrases(String section) {
        return Phrases.of(language, section);
    }
}
