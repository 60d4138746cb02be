package tact.tracker;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import tact.Post;
import tact.mail.Address;
import tact.mail.AuthorKind;
import tact.mail.Mail;

/** Random correspondence of a few people, with lost mails, bounces and replies without references. */
public final class RandomMail {

    private static final List<Address> PEOPLE = List.of(Post.ANNA, Post.BORIS, Post.CARLA);
    private static final List<String> SUBJECTS = List.of("Portfolio", "Re: Portfolio", "Harbours", "AW: Harbours");

    private RandomMail() {}

    /** @param count how many, dated in random order within two months */
    public static List<Mail> mails(Random random, int count) {
        List<Mail> mails = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String local = String.format("2026-%02d-%02dT%02d:%02d", 9 + random.nextInt(2), 1 + random.nextInt(28),
                    8 + random.nextInt(3), random.nextInt(60));
            Address person = PEOPLE.get(random.nextInt(PEOPLE.size()));
            Post post = random.nextInt(3) > 0
                    ? Post.attempt("m" + i, local).to(person)
                    : Post.answer("m" + i, local).from(person);
            if (random.nextInt(8) == 0) {
                post = Post.bounce("m" + i, local, "m" + random.nextInt(count), person);
            } else {
                post = post.subject(SUBJECTS.get(random.nextInt(SUBJECTS.size())));
                post = random.nextInt(2) == 0 ? post.on("m" + random.nextInt(count)) : post;
                post = random.nextInt(6) == 0 ? post.in("talk" + random.nextInt(3)) : post;
                post = random.nextInt(6) == 0 ? post.kind(AuthorKind.AUTO_REPLY) : post;
            }
            mails.add(post.mail());
        }
        return mails;
    }
}
