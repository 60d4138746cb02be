package tact.mail;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Learns the weights of {@link NoteImpression} from the tests' notes and persons' mail in English and German, and writes them
 * to the resources; says how much of each set is taken for notes by a model that learnt from all others.
 */
final class NoteTraining {

    /** Set 8 is never learnt from. */
    private static final List<String> MAILS =
            Stream.of(1, 2, 3, 4, 5, 6, 7, 9, 10, 11).map(set -> "kinds-blind-" + set + ".txt").toList();
    private static final List<Address> RECEIVERS = List.of(new Address("Robin Vale", "robin.vale@riverside.example"));
    private static final List<String> NOTES = List.of(
            "return-dates.txt", "return-dates-blind-1.txt", "return-dates-blind-2.txt", "return-dates-blind-3.txt",
            "return-dates-blind-4.txt");
    private static final List<String> KINDS = List.of(NoteImpression.NOTE, "person");
    private static final List<String> LABELS = List.of("auto-reply", "out-of-office", "human");
    private static final Path MODEL = Path.of("host/src/main/resources/tact/models/" + NoteImpression.MODEL + ".txt");
    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    private record Text(String set, boolean isNote, String text) {

        List<Sentence> sentences() {
            return Sentence.all(NewText.withoutQuotes(NewText.of(text)));
        }

        Learner.Example example() {
            return new Learner.Example(set, isNote ? 0 : 1, NoteImpression.features(sentences()).toArray(String[]::new));
        }
    }

    private NoteTraining() {}

    public static void main(String[] arguments) throws IOException {
        Files.createDirectories(MODEL.getParent());
        Files.writeString(MODEL, model());
        List<Text> texts = texts();
        texts.stream().map(Text::set).distinct().forEach(set -> measure(set, texts));
    }

    /** The model as it is kept. */
    static String model() {
        return new Learner(KINDS, texts().stream().map(Text::example).toList()).lines();
    }

    private static List<Text> texts() {
        Stream<Text> mails = MAILS.stream().flatMap(set -> LabelledMail.all(set).stream()
                .filter(mail -> NoteImpression.LANGUAGES.contains(mail.label().split(" ")[1]) && LABELS.contains(mail.kind()))
                .map(mail -> new Text(set, !mail.kind().equals("human"), mail.read().text())));
        Stream<Text> notes = NOTES.stream().flatMap(set -> Fixtures.rows(set, 4)
                .map(row -> new Text(set, true, row.get(3)))
                .filter(note -> isKnown(Language.of(note.sentences()))));
        Stream<Text> answers = Training.SETS.stream().flatMap(set -> Stream.of("en", "de")
                .flatMap(language -> Fixtures.rows("meaning-" + language + set + ".txt", 2))
                .map(row -> new Text("meaning" + set, false, row.get(1))));
        return Stream.of(mails, notes, answers).flatMap(each -> each).toList();
    }

    private static boolean isKnown(String language) {
        return language != null && NoteImpression.LANGUAGES.contains(language);
    }

    private static void measure(String set, List<Text> texts) {
        LinearModel model = Learner.without(set, KINDS, texts.stream().map(Text::example).toList());
        List<Text> held = texts.stream().filter(text -> text.set().equals(set)).toList();
        OUT.printf("%s, not learnt from: notes %d of %d, persons taken for notes %d of %d%n", set,
                taken(held, true, model), held.stream().filter(Text::isNote).count(),
                taken(held, false, model), held.stream().filter(text -> !text.isNote()).count());
    }

    private static long taken(List<Text> texts, boolean areNotes, LinearModel model) {
        return texts.stream()
                .filter(text -> text.isNote() == areNotes)
                .filter(text -> {
                    List<Sentence> sentences = text.sentences();
                    AnsweringNote note = new AnsweringNote(sentences, RECEIVERS, false);
                    return note.isLeftOpen() && new NoteImpression(model, sentences).isNote();
                })
                .count();
    }
}
