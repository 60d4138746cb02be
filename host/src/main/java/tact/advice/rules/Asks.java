package tact.advice.rules;

import java.util.Arrays;
import java.util.List;
import tact.mail.Writing;
import tact.mail.Writing.Found;
import tact.mail.Writing.Said;

/** What a draft asks of its reader, read from its phrases. */
final class Asks {

    /** A nudge that says more words of its own than these says what it is about. */
    private static final int MAX_TOPIC = 2;

    private Asks() {}

    /** The sentences that ask something which can be answered or done; a nudge does not. */
    static List<Said> concrete(Writing writing) {
        return writing.sentences().stream()
                .filter(said -> said.isQuestion() || said.says("request"))
                .filter(said -> nudge(said) == null)
                .toList();
    }

    /** Whether something is asked for, be it only wished or pressed for. */
    static boolean any(Writing writing) {
        return !concrete(writing).isEmpty() || writing.says("wish") || writing.says("pressing");
    }

    /** The words of a sentence that say only that the user is waiting; null if it says more. */
    static Found nudge(Said said) {
        List<Found> nudges = said.find("empty-nudge");
        if (!nudges.isEmpty()) {
            return topic(said, nudges) <= MAX_TOPIC ? nudges.get(0) : null;
        }
        List<Found> news = said.isQuestion() ? said.find("any-news") : List.of();
        return !news.isEmpty() && topic(said, news) == 0 ? news.get(0) : null;
    }

    /** How many words stand outside of the phrases and say something. */
    private static int topic(Said said, List<Found> phrases) {
        boolean[] says = new boolean[said.words()];
        Arrays.fill(says, true);
        phrases.forEach(found -> Arrays.fill(says, found.first(), found.end(), false));
        said.find("nudge-filler").forEach(found -> Arrays.fill(says, found.first(), found.end(), false));
        int count = 0;
        for (boolean word : says) {
            count += word ? 1 : 0;
        }
        return count;
    }
}
