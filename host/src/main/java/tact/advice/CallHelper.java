package tact.advice;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import tact.event.Claim;
import tact.mail.Spoken;

/**
 * The exception of situation 1: who is truly pressed by a deadline can try a short call. Helps with the words of it, which stay the
 * user's own.
 */
public final class CallHelper {

    /** A deadline further off leaves time for a mail; the article has no number. */
    public static final int MAX_DAYS = 14;

    /** The pace at which people speak. */
    private static final int WORDS_A_MINUTE = 150;
    /** Shorter than this it is to the point; the article has two or three sentences. */
    private static final int MAX_SECONDS = 20;
    private static final int FEWEST_SENTENCES = 2;
    private static final int MOST_SENTENCES = 3;

    private CallHelper() {}

    /** What it comes to. */
    public sealed interface Result {}

    /** It is not urgent, and why. */
    public record Refusal(Phrase text, Passage passage) implements Result {
        public Refusal {
            Objects.requireNonNull(text);
            Objects.requireNonNull(passage);
        }
    }

    /**
     * What to say.
     *
     * @param sentences who one is, then what one asks, as the user wrote it
     * @param findings  what could be better; empty if nothing
     */
    public record Script(List<String> sentences, int words, int seconds, List<Phrase> findings) implements Result {
        public Script {
            sentences = List.copyOf(sentences);
            findings = List.copyOf(findings);
        }
    }

    /**
     * A call by a deadline.
     *
     * @param introduction who the user is, in their own words
     * @param request      what they ask, in their own words
     * @param today        the user's day
     */
    public static Result prepare(Claim.Urgent urgent, String introduction, String request, LocalDate today) {
        Refusal refusal = refusal(urgent, today);
        return refusal == null ? script(Spoken.of(introduction), Spoken.of(request)) : refusal;
    }

    /** Null where it is urgent. */
    private static Refusal refusal(Claim.Urgent urgent, LocalDate today) {
        if (urgent.deadline().isBefore(today)) {
            return new Refusal(Phrase.of("call.refused.past", urgent.deadline()), Passage.URGENT_WITH_DEADLINE);
        }
        if (urgent.deadline().isAfter(today.plusDays(MAX_DAYS))) {
            return new Refusal(Phrase.of("call.refused.far", urgent.deadline(), MAX_DAYS), Passage.URGENT_WITH_DEADLINE);
        }
        if (urgent.reason().isBlank()) {
            return new Refusal(Phrase.of("call.refused.no-reason"), Passage.URGENT_WITH_DEADLINE);
        }
        if (Spoken.of(urgent.reason()).says("not-urgent")) {
            return new Refusal(Phrase.of("call.refused.meeting"), Passage.MEETING_SOMEONE_IS_NOT_URGENT);
        }
        return null;
    }

    private static Script script(Spoken introduction, Spoken request) {
        List<String> sentences =
                Stream.concat(introduction.sentences().stream(), request.sentences().stream()).toList();
        int words = introduction.words() + request.words();
        int seconds = words * 60 / WORDS_A_MINUTE;
        List<Phrase> findings = new ArrayList<>();
        if (introduction.words() == 0) {
            findings.add(Phrase.of("call.no-introduction"));
        }
        if (request.words() == 0) {
            findings.add(Phrase.of("call.no-request"));
        }
        if (findings.isEmpty() && (sentences.size() < FEWEST_SENTENCES || sentences.size() > MOST_SENTENCES)) {
            findings.add(Phrase.of("call.sentences", sentences.size()));
        }
        if (seconds >= MAX_SECONDS) {
            findings.add(Phrase.of("call.seconds", seconds, MAX_SECONDS));
        }
        return new Script(sentences, words, seconds, findings);
    }
}
