package tact.annotation;

import java.util.List;
import java.util.Objects;
import tact.advice.CallHelper;
import tact.advice.Passage;
import tact.advice.Situation;
import tact.annotation.Annotation.Call;
import tact.annotation.Annotation.Field;
import tact.event.Claim;
import tact.event.ClaimKind;
import tact.mail.Address;

/** The call helper in words, in one language: its offer on a draft, and its answer. */
public final class CallMaker {

    private final Texts texts;

    public CallMaker(Texts texts) {
        this.texts = Objects.requireNonNull(texts);
    }

    /** The offer to call; null where the article has none: nothing is unanswered, they declined, the user wants to hear nothing. */
    Call offer(Situation situation) {
        boolean isExceptionToSilence =
                !situation.streak().isEmpty() && !situation.contact().course().isDeclined() && !situation.contact().course().isMuted();
        if (!isExceptionToSilence) {
            return null;
        }
        Claim.Urgent stated = situation.contact().course().urgent();
        return new Call(
                texts.say(stated == null ? "call.offer" : "call.offer.again"),
                texts.say("call.text", CallHelper.MAX_DAYS),
                Passage.URGENT_WITH_DEADLINE.id(),
                passage(Passage.URGENT_WITH_DEADLINE),
                texts.say("call.submit"),
                List.of(field("deadline", "day"), field("reason", "text"), field("introduction", "text"), field("request", "text")),
                stated == null ? null : stated.deadline(),
                stated == null ? null : stated.reason());
    }

    private Field field(String name, String kind) {
        return new Field(name, kind, texts.say("call.field." + name));
    }

    /** What comes of asking for a call. */
    public CallAnswer answer(CallHelper.Result result, Address person) {
        if (result instanceof CallHelper.Refusal refusal) {
            return new CallAnswer(
                    new CallAnswer.Refusal(texts.say(refusal.text()), refusal.passage().id(), passage(refusal.passage())), null, null);
        }
        CallHelper.Script script = (CallHelper.Script) result;
        return new CallAnswer(
                null,
                new CallAnswer.Script(
                        texts.say("call.script", script.sentences().size(), script.words(), script.seconds()),
                        script.sentences(),
                        script.words(),
                        script.seconds(),
                        script.findings().stream().map(texts::say).toList(),
                        Passage.TWO_OR_THREE_SENTENCES.id(),
                        passage(Passage.TWO_OR_THREE_SENTENCES),
                        texts.say("call.close", person.display())),
                new Claim.TakenBack(ClaimKind.URGENT));
    }

    private String passage(Passage passage) {
        return texts.say("passage." + passage.id());
    }
}
