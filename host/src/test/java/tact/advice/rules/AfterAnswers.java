package tact.advice.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static tact.Post.answer;
import static tact.Post.attempt;
import static tact.advice.Situations.said;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tact.Post;
import tact.advice.Rule;
import tact.advice.Situation;
import tact.advice.Situations;
import tact.event.Claim;
import tact.event.Priority;
import tact.mail.Mail;
import tact.mail.Meaning;
import tact.mail.MessageId;
import tact.tracker.Statement;

/** Situations after an answer: Lena asked on 2 November, Anna answered on the 3rd; some say more. */
final class AfterAnswers {

    static final Post ASKED = attempt("try1", "2026-11-02T09:00");

    private AfterAnswers() {}

    /** Anna's answer, read as meaning this. */
    static Post answered(Meaning.Kind meaning) {
        return answer("a", "2026-11-03T09:00").on("try1").meaning(meaning);
    }

    /** The user said what the answer means. */
    static Statement meant(Meaning.Kind meaning) {
        return said("2026-11-03T10:00", new Claim.Meant(new MessageId("a"), meaning));
    }

    /** The user said where Anna stands. */
    static Statement ranked(Priority priority) {
        return said("2026-11-03T10:05", new Claim.Ranked(priority));
    }

    /** A draft in reply to a no that the user called firm, with what else was said and sent. */
    static Situation declined(String text, List<Statement> said, Post... since) {
        List<Statement> statements = new ArrayList<>(said);
        statements.add(meant(Meaning.Kind.NO));
        return at("2026-11-05T09:00", text, answered(Meaning.Kind.NO), statements, since);
    }

    /** A draft after an answer. */
    static Situation at(String now, String text, Post answer, List<Statement> said, Post... since) {
        List<Mail> mails = Stream.concat(Stream.of(ASKED, answer), Stream.of(since)).map(Post::mail).toList();
        return Situations.of(now, text, mails, said);
    }

    /** Only to the one or an important person who declined, was not introduced, and was not written to since, such a mail is written. */
    static void assertSilentWithoutOneMailAfterNo(Rule rule) {
        Statement byCarla = said("2026-11-04T09:00", new Claim.Introduced(Post.CARLA));
        Post since = attempt("try2", "2026-11-03T12:00").on("a");

        assertThat(rule.examine(declined("", List.of()))).as("not ranked").isEmpty();
        assertThat(rule.examine(declined("", List.of(ranked(Priority.ONE_OF_MANY))))).as("one of many").isEmpty();
        assertThat(rule.examine(declined("", List.of(ranked(Priority.THE_ONE), byCarla)))).as("introduced").isEmpty();
        assertThat(rule.examine(declined("", List.of(ranked(Priority.THE_ONE)), since))).as("written since").isEmpty();
        for (Meaning.Kind meaning : Meaning.Kind.values()) {
            assertThat(rule.examine(at("2026-11-05T09:00", "", answered(meaning), List.of(ranked(Priority.THE_ONE)))))
                    .as("only read").isEmpty();
        }
    }
}
