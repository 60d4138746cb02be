package tact.advice.rules;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tact.advice.Advice;
import tact.advice.Fix;
import tact.advice.Phrase;
import tact.advice.Range;
import tact.advice.Rule;
import tact.advice.Severity;
import tact.advice.Situation;
import tact.mail.Writing;
import tact.mail.Writing.Found;
import tact.mail.Writing.Said;

/** Finds a greeting that does not name the person who is written to, where they are sure to have a name. */
public final class MissingName extends Rule {

    /** Before, the greeting is still being typed. */
    private static final int MIN_WORDS = 5;
    /** A line without a greeting is no letter. */
    private static final int MIN_WORDS_UNGREETED = 12;

    public MissingName() {
        super("missing-name", Severity.HINT);
    }

    @Override
    public Optional<Advice> examine(Situation situation) {
        boolean isLetter = situation.isLinted() && isLetterToOne(situation);
        GreetedName name = isLetter ? GreetedName.of(situation.contact().person()) : null;
        Writing writing = situation.writing();
        Said greeting = writing.greeting();
        if (name == null || writing.words() < (greeting == null ? MIN_WORDS_UNGREETED : MIN_WORDS)) {
            return Optional.empty();
        }
        if (greeting == null) {
            Said first = writing.sentences().get(0);
            return name.isIn(first.text())
                    ? Optional.empty()
                    : Optional.of(new Advice(id(), severity(), Phrase.of("missing-name.none", name.full()), null)
                            .fixedBy(List.of(putBefore(first, name, writing))));
        }
        List<Found> found = greeting.find("greeting");
        if (found.isEmpty() || found.get(found.size() - 1).wordsAfter() > 0 || greeting.says("greeting-to-all")) {
            return Optional.empty();
        }
        return Optional.of(new Advice(id(), severity(), Phrase.of("missing-name", name.full()), null)
                .at(List.of(Range.of(greeting.place())))
                .fixedBy(named(greeting, name, writing)));
    }

    /** Among people who write to each other all the time, and to several, a bare greeting is none the worse. */
    private static boolean isLetterToOne(Situation situation) {
        return situation.draft().to().size() == 1
                && !situation.contact().established()
                && situation.writing().isSurelyRead();
    }

    /** The greeting as the user began it, with the name; nothing where it would have to tell "Herr" from "Frau". */
    private static List<Fix> named(Said greeting, GreetedName name, Writing writing) {
        Phrase with = null;
        if (greeting.says("greeting-formal")) {
            with = Phrase.of("missing-name.formal", name.full());
        } else if (greeting.says("greeting-by-first-name") && isOnFirstNames(writing)) {
            with = Phrase.of("missing-name.greeting", greeting.text(), name.first());
        } else if (greeting.says("greeting-by-first-name") || greeting.says("greeting-by-name")) {
            with = Phrase.of("missing-name.greeting", greeting.text(), name.full());
        }
        return with == null ? List.of() : List.of(new Fix.Replace(Range.of(greeting.place()), with));
    }

    /** In English a "Hi" takes the first name; in German only where the reader is a "du". */
    private static boolean isOnFirstNames(Writing writing) {
        return writing.language().equals("en") || writing.says("familiar");
    }

    /** A greeting before the first word, which in German goes on small behind the comma unless it is a noun. */
    private static Fix putBefore(Said first, GreetedName name, Writing writing) {
        String word = first.word(0);
        boolean goesOnSmall = first.find("small-word").stream().anyMatch(found -> found.first() == 0);
        String begun = goesOnSmall ? word.toLowerCase(Locale.ROOT) : word;
        Phrase with = writing.says("familiar")
                ? Phrase.of("missing-name.before.familiar", name.first(), begun)
                : Phrase.of("missing-name.before", name.full(), begun);
        return new Fix.Replace(Range.of(first.wordPlace(0)), with);
    }
}
