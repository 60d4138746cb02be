package tact.advice.rules;

import static tact.advice.Situations.followUp;

import java.util.List;
import java.util.function.UnaryOperator;
import tact.Post;
import tact.advice.Advice;
import tact.advice.Fix;
import tact.advice.Phrase;
import tact.advice.Situation;
import tact.advice.Situations;
import tact.annotation.Texts;
import tact.event.Draft;

/** Drafts of a second try of Lena's to Anna, for tests of the rules on their words. */
final class Letters {

    private static final String[] ONE = {"2026-11-02T09:00"};
    private static final String NOW = "2026-11-11T09:00";

    private Letters() {}

    static Situation second(String text) {
        return followUp(NOW, text, ONE);
    }

    static Situation first(String text) {
        return Situations.of(NOW, text, List.of(), List.of());
    }

    /** A mail within the hour of the first one. */
    static Situation continuing(String text) {
        return followUp("2026-11-02T09:10", text, ONE);
    }

    static Situation letGo(String text) {
        return Situations.of(NOW, text, Post.mails(Post.attempt("try1", ONE[0])), List.of(Situations.letGo("2026-11-03T09:00")));
    }

    /** The same with another draft. */
    static Situation with(Situation situation, UnaryOperator<Draft> change) {
        return new Situation(
                change.apply(situation.draft()), situation.writing(), situation.contact(), situation.now(), situation.zone(), situation.policy());
    }

    /** What stands at the places of a finding. */
    static List<String> marked(Situation situation, Advice advice) {
        return advice.ranges().stream().map(range -> situation.draft().text().substring(range.start(), range.end())).toList();
    }

    /** The draft after the fixes that replace words, the last ones first. */
    static String fixed(Situation situation, Advice advice) {
        StringBuilder text = new StringBuilder(situation.draft().text());
        Texts texts = Texts.in(situation.language().orElseThrow());
        List<Fix> fixes = advice.fixes();
        for (int i = fixes.size() - 1; i >= 0; i--) {
            if (fixes.get(i) instanceof Fix.Replace replace) {
                Phrase with = replace.with();
                text.replace(replace.range().start(), replace.range().end(), with == null ? "" : texts.say(with));
            }
        }
        return text.toString();
    }
}
