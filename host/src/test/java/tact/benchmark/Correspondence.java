package tact.benchmark;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import tact.Post;
import tact.event.Draft;
import tact.mail.Address;
import tact.mail.AuthorKind;
import tact.mail.Gist;
import tact.mail.Mail;
import tact.mail.MessageId;
import tact.mail.Sketch;

/**
 * Two years of one person's mail, generated: threads of one to five mails, a third of them begun by others, answers to
 * half of the rest, auto-replies now and then; a few people write very often, most seldom.
 */
final class Correspondence {

    private static final Instant BEGIN = Instant.parse("2024-11-23T08:00:00Z");
    private static final Duration SPAN = Duration.ofDays(730);

    private final Random random;
    private final int count;
    private final int people;
    private int made;
    private Mail previous;
    private int left;
    private Address person;

    /** @param count how many mails */
    Correspondence(long seed, int count) {
        this.random = new Random(seed);
        this.count = count;
        this.people = Math.max(10, count / 25);
    }

    int people() {
        return people;
    }

    /** After the last mail. */
    Instant end() {
        return BEGIN.plus(SPAN);
    }

    /** The next mail, in order of time; null after the last. */
    Mail next() {
        if (made == count) {
            return null;
        }
        boolean opens = left == 0;
        if (opens) {
            left = 1 + random.nextInt(5);
            person = AdviceBenchmark.person((int) (people * Math.pow(random.nextDouble(), 3)));
        }
        left--;
        boolean mine = random.nextInt(3) > 0;
        Mail mail = new Mail(
                new MessageId("m" + made + "@example.org"),
                BEGIN.plus(SPAN.dividedBy(count).multipliedBy(made)),
                mine ? Post.LENA : person,
                List.of(mine ? person : Post.LENA),
                List.of(),
                opens ? "Subject " + made / 3 : previous.subject(),
                opens ? List.of() : List.of(previous.id()),
                null,
                mine || random.nextInt(10) > 0 ? AuthorKind.HUMAN : AuthorKind.AUTO_REPLY,
                null,
                List.of(),
                null,
                Sketch.of("A mail of some words with the number " + made + " and a few more words behind it"),
                Gist.NONE);
        made++;
        previous = mail;
        return mail;
    }

    /** A new mail to the n-th person. */
    Draft draft(int n, String text) {
        return Post.draft(List.of(AdviceBenchmark.person(n)), "A new subject", List.of(), text);
    }
}
