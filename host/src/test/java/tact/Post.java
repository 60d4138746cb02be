package tact;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import tact.event.Draft;
import tact.mail.Address;
import tact.mail.AuthorKind;
import tact.mail.Gist;
import tact.mail.Mail;
import tact.mail.Meaning;
import tact.mail.MessageId;
import tact.mail.Sketch;
import tact.tracker.Dossier;

/** Mails for tests: Lena writes, Anna and others answer or do not. Times are Berlin's. */
public record Post(Mail mail) {

    public static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    public static final Address LENA = Address.parse("Lena Vogt <lena.vogt@example.org>");
    public static final Address ANNA = Address.parse("Anna Berg <anna.berg@verlag.example>");
    public static final Address BORIS = Address.parse("Boris Klein <boris@studio.example>");
    /** Anna's assistant. */
    public static final Address CARLA = Address.parse("Carla Reuter <carla@verlag.example>");

    /** A moment in Berlin, such as {@code 2026-11-02T09:00}. */
    public static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(ZONE).toInstant();
    }

    /** A mail of Lena's to Anna. */
    public static Post attempt(String id, String local) {
        return new Post(new Mail(
                new MessageId(id), at(local), LENA, List.of(ANNA), List.of(), "Portfolio", List.of(), null, AuthorKind.HUMAN, null,
                List.of(), null, Sketch.of("Dear Anna, may I show you my portfolio on bridges and harbours? Yours, Lena"), Gist.NONE));
    }

    /** A human mail of Anna's to Lena. */
    public static Post answer(String id, String local) {
        return attempt(id, local).from(ANNA).to(LENA).text("Thank you, happy to meet next week.");
    }

    public Post from(Address from) {
        return with(from, mail.to(), mail.cc(), mail.subject(), mail.references(), mail.authorKind());
    }

    public Post to(Address... to) {
        return with(mail.from(), List.of(to), mail.cc(), mail.subject(), mail.references(), mail.authorKind());
    }

    public Post cc(Address... cc) {
        return with(mail.from(), mail.to(), List.of(cc), mail.subject(), mail.references(), mail.authorKind());
    }

    public Post subject(String subject) {
        return with(mail.from(), mail.to(), mail.cc(), subject, mail.references(), mail.authorKind());
    }

    /** On the thread of these mails. */
    public Post on(String... references) {
        return with(mail.from(), mail.to(), mail.cc(), mail.subject(), ids(references), mail.authorKind());
    }

    public Post kind(AuthorKind kind) {
        return with(mail.from(), mail.to(), mail.cc(), mail.subject(), mail.references(), kind);
    }

    public Post later(Duration by) {
        return new Post(mail.withDate(mail.date().plus(by)));
    }

    public Post text(String text) {
        Mail m = mail;
        return new Post(new Mail(m.id(), m.date(), m.from(), m.to(), m.cc(), m.subject(), m.references(), m.conversation(), m.authorKind(),
                m.listPost(), m.failedRecipients(), m.returnedMail(), Sketch.of(text), m.gist()));
    }

    /** Read as meaning this. */
    public Post meaning(Meaning.Kind meaning) {
        return meaning(meaning, null);
    }

    /** Read as meaning this, with a day such as {@code 2026-12-01}. */
    public Post meaning(Meaning.Kind meaning, String day) {
        return gist(new Gist(meaning, day == null ? null : LocalDate.parse(day), null, false, false, true));
    }

    /** An absence note that names the first day back. */
    public Post back(String day) {
        return kind(AuthorKind.OUT_OF_OFFICE).gist(new Gist(null, null, LocalDate.parse(day), false, false, true));
    }

    /** Makes two people known to each other. */
    public Post introducing() {
        return gist(new Gist(Meaning.Kind.OTHER, null, null, true, false, true));
    }

    /** Passes on another mail and asks nothing. */
    public Post informing() {
        return gist(new Gist(Meaning.Kind.OTHER, null, null, false, true, true));
    }

    /** Thanks or says goodbye, and asks nothing. */
    public Post closing() {
        return gist(new Gist(Meaning.Kind.OTHER, null, null, false, false, false));
    }

    private Post gist(Gist gist) {
        return new Post(mail.withGist(gist));
    }

    /** In a conversation by Thread-Index. */
    public Post in(String conversation) {
        Mail m = mail;
        return new Post(new Mail(m.id(), m.date(), m.from(), m.to(), m.cc(), m.subject(), m.references(),
                new MessageId(conversation), m.authorKind(), m.listPost(), m.failedRecipients(), m.returnedMail(), m.sketch(), m.gist()));
    }

    /** Through a mailing list. */
    public Post through(Address list) {
        Mail m = mail;
        return new Post(new Mail(m.id(), m.date(), m.from(), m.to(), m.cc(), m.subject(), m.references(), m.conversation(), m.authorKind(), list,
                m.failedRecipients(), m.returnedMail(), m.sketch(), m.gist()));
    }

    /** A bounce of a mail for some recipients. */
    public static Post bounce(String id, String local, String returned, Address... failed) {
        Mail m = attempt(id, local).mail;
        return new Post(new Mail(m.id(), m.date(), Address.parse("MAILER-DAEMON@example.org"), List.of(LENA), List.of(),
                "Undelivered Mail Returned to Sender", List.of(), null, AuthorKind.BOUNCE, null, List.of(failed),
                new MessageId(returned), Sketch.EMPTY, Gist.NONE));
    }

    private Post with(
            Address from, List<Address> to, List<Address> cc, String subject, List<MessageId> references, AuthorKind kind) {
        return new Post(new Mail(mail.id(), mail.date(), from, to, cc, subject, references, mail.conversation(), kind, mail.listPost(),
                mail.failedRecipients(), mail.returnedMail(), mail.sketch(), mail.gist()));
    }

    public static List<MessageId> ids(String... ids) {
        return Stream.of(ids).map(MessageId::new).toList();
    }

    public static List<Mail> mails(Post... posts) {
        return Stream.of(posts).map(Post::mail).toList();
    }

    /** Lena's dossier of these mails. */
    public static Dossier dossier(Post... posts) {
        return new Dossier(Set.of(LENA.identity()), Set.of(), mails(posts), List.of());
    }

    /** A new mail to Anna. */
    public static Draft newDraft() {
        return draft(List.of(ANNA), "Portfolio", List.of(), "Dear Anna, a short question.");
    }

    /** A reply to Anna on a thread. */
    public static Draft replyTo(String... references) {
        return draft(List.of(ANNA), "Re: Portfolio", ids(references), "Dear Anna, a short question.");
    }

    public static Draft draft(List<Address> to, String subject, List<MessageId> references, String text) {
        return new Draft(LENA, to, List.of(), List.of(), subject, references, text);
    }
}
