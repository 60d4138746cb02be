package tact.advice.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tact.advice.Advice;
import tact.advice.Fix;
import tact.advice.Passage;
import tact.advice.Phrase;
import tact.advice.Rule;
import tact.advice.Severity;
import tact.advice.Situation;
import tact.mail.Subject;

/** Finds a follow-up that nothing shows to be one: not a quote, not its subject, not a word of it. */
public final class SaySecondTry extends Rule {

    public SaySecondTry() {
        super("say-second-try", Severity.HINT, Passage.INCLUDE_THE_FIRST_MAIL);
    }

    @Override
    public Set<String> supersedes() {
        return Set.of("quote-first-mail");
    }

    @Override
    public Optional<Advice> examine(Situation situation) {
        if (!situation.isFollowUp() || situation.quotesFirstMail() || saysSo(situation)) {
            return Optional.empty();
        }
        Phrase text = Phrase.of("say-second-try", situation.contact().person().display());
        return Optional.of(new Advice(id(), severity(), text, Passage.INCLUDE_THE_FIRST_MAIL).fixedBy(fixes(situation)));
    }

    /** What a language says that drafts are not read in cannot be told. */
    private static boolean saysSo(Situation situation) {
        return Subject.of(situation.draft().subject()).isReply()
                || !situation.writing().isRead()
                || situation.writing().says("second-try");
    }

    private static List<Fix> fixes(Situation situation) {
        List<Fix> fixes = new ArrayList<>(List.of(new Fix.InsertFirstMail(situation.firstMail())));
        String subject = Subject.of(situation.firstMail().subject()).text();
        if (!subject.isEmpty()) {
            fixes.add(new Fix.SetSubject("Re: " + subject));
        }
        fixes.add(new Fix.AddSentence(Phrase.of("say-second-try.sentence", situation.dayOf(situation.firstMail().date()))));
        return fixes;
    }
}
