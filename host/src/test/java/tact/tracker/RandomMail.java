package tact.tracker;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import tact.Post;
import tact.event.Claim;
import tact.event.ClaimKind;
import tact.event.Outcome;
import tact.event.Priority;
import tact.mail.Address;
import tact.mail.AuthorKind;
import tact.mail.Mail;
import tact.mail.Meaning;
import tact.mail.MessageId;

/**
 * Random correspondence of a few people, with lost mails, bounces, absences, invitations, introductions and replies without
 * references; and what the user says of it.
 */
public final class RandomMail {

    private static final List<Address> PEOPLE = List.of(Post.ANNA, Post.BORIS, Post.CARLA);
    private static final List<String> SUBJECTS = List.of("Portfolio", "Re: Portfolio", "Harbours", "AW: Harbours");

    private RandomMail() {}

    /** @param count how many, dated in random order within two months */
    public static List<Mail> mails(Random random, int count) {
        List<Mail> mails = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            mails.add(mail(random, i, count).mail());
        }
        return mails;
    }

    private static Post mail(Random random, int number, int count) {
        String id = "m" + number;
        String local = moment(random);
        Address person = any(random, PEOPLE);
        if (random.nextInt(8) == 0) {
            return Post.bounce(id, local, "m" + random.nextInt(count), person);
        }
        boolean isMine = random.nextInt(3) > 0;
        Post post = isMine ? Post.attempt(id, local).to(person) : Post.answer(id, local).from(person);
        post = post.subject(any(random, SUBJECTS));
        post = random.nextInt(2) == 0 ? post.on("m" + random.nextInt(count)) : post;
        post = random.nextInt(6) == 0 ? post.in("talk" + random.nextInt(3)) : post;
        if (random.nextInt(6) == 0) {
            return post.kind(AuthorKind.AUTO_REPLY);
        }
        if (isMine) {
            return random.nextInt(6) == 0 ? post.closing() : post;
        }
        return switch (random.nextInt(8)) {
            case 0 -> post.back(day(random));
            case 1 -> post.kind(AuthorKind.CALENDAR).meaning(Meaning.Kind.YES, day(random));
            case 2 -> post.cc(any(random, PEOPLE)).introducing();
            case 3 -> post.cc(any(random, PEOPLE)).meaning(any(random, List.of(Meaning.Kind.values())));
            default -> post.meaning(any(random, List.of(Meaning.Kind.values())), random.nextBoolean() ? day(random) : null);
        };
    }

    /** What the user says, claims of all kinds, within the same two months; at most one at a time. */
    public static List<Statement> statements(Random random, List<Mail> mails, int count) {
        List<Statement> statements = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            ClaimKind kind = any(random, List.of(ClaimKind.values()));
            List<MessageId> references = random.nextBoolean() ? List.of(any(random, mails).id()) : List.of();
            statements.add(new Statement(
                    Post.at(moment(random)).plusSeconds(i), claim(random, kind, mails), any(random, PEOPLE), references));
        }
        return statements;
    }

    private static Claim claim(Random random, ClaimKind kind, List<Mail> mails) {
        LocalDate day = LocalDate.parse(day(random));
        return switch (kind) {
            case DECIDED -> new Claim.Decided(any(random, List.of(Outcome.values())));
            case MEANT -> new Claim.Meant(any(random, mails).id(), any(random, List.of(Meaning.Kind.values())));
            case RANKED -> new Claim.Ranked(any(random, List.of(Priority.values())));
            case INTRODUCED -> new Claim.Introduced(random.nextBoolean() ? any(random, PEOPLE) : null);
            case URGENT -> new Claim.Urgent(day, "The hall is booked.");
            case MET -> new Claim.Met(random.nextInt(3) == 0 ? null : day);
            case ANSWERED_ELSEWHERE -> new Claim.AnsweredElsewhere();
            case MUTED -> new Claim.Muted(any(random, List.of(Claim.Scope.values())));
            case SNOOZED -> new Claim.Snoozed(day);
            case SAME_AS -> new Claim.SameAs(any(random, PEOPLE));
            case NOT_SAME_AS -> new Claim.NotSameAs(any(random, PEOPLE));
            case TAKEN_BACK -> new Claim.TakenBack(any(random, List.of(ClaimKind.values())));
        };
    }

    private static String moment(Random random) {
        return String.format("2026-%02d-%02dT%02d:%02d",
                9 + random.nextInt(2), 1 + random.nextInt(28), 8 + random.nextInt(3), random.nextInt(60));
    }

    /** From September to December: meetings that have been, and some that are still to come. */
    private static String day(Random random) {
        return String.format("2026-%02d-%02d", 9 + random.nextInt(4), 1 + random.nextInt(28));
    }

    private static <T> T any(Random random, List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
