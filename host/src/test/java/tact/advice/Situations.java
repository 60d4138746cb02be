package tact.advice;

import static tact.Post.LENA;
import static tact.Post.ZONE;
import static tact.Post.at;
import static tact.Post.attempt;
import static tact.Post.ids;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tact.Post;
import tact.event.Draft;
import tact.event.Claim;
import tact.event.Outcome;
import tact.mail.Mail;
import tact.tracker.Dossier;
import tact.tracker.Policy;
import tact.tracker.Statement;
import tact.tracker.Tracker;

/** Situations for the tests of rules: tries of Lena's to Anna on one thread, and a draft on it. */
public final class Situations {

    private Situations() {}

    /**
     * A reply on a thread of unanswered tries.
     *
     * @param now   when the draft is written, Berlin time
     * @param tries when each was sent, Berlin time
     */
    public static Situation followUp(String now, String... tries) {
        return followUp(now, "Dear Anna, a short question.", tries);
    }

    /** {@link #followUp(String, String...)} with the draft's text. */
    public static Situation followUp(String now, String text, String[] tries) {
        List<Mail> mails = new ArrayList<>();
        for (int i = 0; i < tries.length; i++) {
            Post post = attempt("try" + (i + 1), tries[i]);
            mails.add((i == 0 ? post : post.on("try" + i).text("Dear Anna, may I remind you of my mail below?")).mail());
        }
        return of(now, text, mails, List.of());
    }

    /** A reply on the thread of these mails. */
    public static Situation of(String now, String text, List<Mail> mails, List<Statement> statements) {
        Draft draft = Post.draft(List.of(Post.ANNA), "Re: Portfolio", mails.isEmpty() ? List.of() : ids("try1"), text);
        Dossier dossier = new Dossier(Set.of(LENA.identity()), Set.of(), mails, statements);
        return Situation.of(draft, new Tracker(Policy.DEFAULT).histories(draft, dossier, at(now), ZONE), at(now), ZONE, Policy.DEFAULT)
                .orElseThrow();
    }

    /** A new mail with a subject, after tries of this kind. */
    public static Situation newMail(String now, String subject, String text, String... tries) {
        Situation replying = followUp(now, text, tries);
        Draft draft = Post.draft(List.of(Post.ANNA), subject, List.of(), text);
        return new Situation(draft, replying.writing(), replying.contact(), replying.now(), ZONE, Policy.DEFAULT);
    }

    /** The user says this of Anna. */
    public static Statement said(String when, Claim claim) {
        return new Statement(at(when), claim, Post.ANNA, List.of());
    }

    /** The user let go of Anna. */
    public static Statement letGo(String when) {
        return said(when, new Claim.Decided(Outcome.LET_GO));
    }
}
