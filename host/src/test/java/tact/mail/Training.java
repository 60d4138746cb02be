package tact.mail;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Learns the weights of {@link Impression} from the labelled answers of the tests, and writes them to the resources; says what
 * the model alone makes of each set when it learns from the others.
 */
final class Training {

    /** The answers that the model learns from; all were read before. */
    static final List<String> SETS = List.of(
            "", "-held-out", "-blind", "-third", "-fourth", "-fifth", "-sixth", "-seventh", "-eighth", "-ninth", "-tenth", "-eleventh",
            "-twelfth", "-fourteenth");
    private static final List<String> KINDS = Stream.of(Meaning.Kind.values()).map(Meaning.Kind::id).toList();
    private static final Path MODELS = Path.of("host/src/main/resources/tact/models");
    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    public static void main(String[] arguments) throws IOException {
        Files.createDirectories(MODELS);
        for (String language : List.of("en", "de")) {
            List<Learner.Example> examples = examples(language);
            for (String set : SETS) {
                measure(language + set, examples, set);
            }
            Files.writeString(MODELS.resolve("meaning-" + language + ".txt"), model(language));
        }
    }

    /** The model of a language as it is kept. */
    static String model(String language) {
        return new Learner(KINDS, examples(language)).lines();
    }

    private static List<Learner.Example> examples(String language) {
        return SETS.stream()
                .flatMap(set -> Fixtures.rows("meaning-" + language + set + ".txt", 2)
                        .map(row -> new Learner.Example(set, KINDS.indexOf(row.get(0)), features(row.get(1)))))
                .toList();
    }

    private static String[] features(String text) {
        Set<String> features = new LinkedHashSet<>();
        Sentence.all(NewText.withoutQuotes(NewText.of(text))).stream()
                .limit(Meaning.MAX_SENTENCES)
                .filter(Meaning::isProse)
                .forEach(sentence -> features.addAll(WordFeatures.of(sentence)));
        return features.toArray(String[]::new);
    }

    private static void measure(String title, List<Learner.Example> examples, String left) {
        LinearModel model = Learner.without(left, KINDS, examples);
        List<Learner.Example> held = examples.stream().filter(example -> example.set().equals(left)).toList();
        long right = held.stream().filter(example -> {
            Map<String, Double> likelihoods = model.likelihoods(List.of(example.features()));
            String best = Collections.max(likelihoods.entrySet(), Map.Entry.comparingByValue()).getKey();
            return best.equals(KINDS.get(example.kind()));
        }).count();
        OUT.printf("%s, not learnt from: %d of %d%n", title, right, held.size());
    }
}
