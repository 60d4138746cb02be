package tact.mail;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Learns the weights of {@link Impression} from the labelled answers of the tests, and writes them to the resources; says what
 * the model alone makes of each set when it learns from the others. Whoever runs it twice gets the same.
 */
final class Training {

    /** The answers that the model learns from; all were read before. */
    static final List<String> SETS = List.of(
            "", "-held-out", "-blind", "-third", "-fourth", "-fifth", "-sixth", "-seventh", "-eighth", "-ninth", "-tenth", "-eleventh",
            "-twelfth", "-fourteenth");
    private static final List<String> KINDS = Stream.of(Meaning.Kind.values()).map(Meaning.Kind::id).toList();
    private static final Path MODELS = Path.of("host/src/main/resources/tact/models");
    private static final int ROUNDS = 30;
    private static final double RATE = 0.3;
    private static final double DECAY = 1e-4;
    /** What stands in fewer texts is chance. */
    private static final int MIN_TEXTS = 3;
    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    private record Example(String set, int kind, String[] features) {}

    /** Weights while they are learnt. */
    private final Map<String, double[]> weights = new TreeMap<>();
    private final Map<String, double[]> slopes = new HashMap<>();

    private Training(Collection<Example> examples) {
        Map<String, Integer> texts = new HashMap<>();
        examples.forEach(example -> Arrays.stream(example.features()).forEach(feature -> texts.merge(feature, 1, Integer::sum)));
        texts.forEach((feature, count) -> {
            if (count >= MIN_TEXTS) {
                weights.put(feature, new double[KINDS.size()]);
                slopes.put(feature, new double[KINDS.size()]);
            }
        });
        Random random = new Random(1);
        List<Example> shuffled = new ArrayList<>(examples);
        for (int i = 0; i < ROUNDS; i++) {
            Collections.shuffle(shuffled, random);
            shuffled.forEach(this::learn);
        }
    }

    public static void main(String[] arguments) throws IOException {
        Files.createDirectories(MODELS);
        for (String language : List.of("en", "de")) {
            List<Example> examples = examples(language);
            for (String set : SETS) {
                measure(language + set, examples, set);
            }
            Files.writeString(MODELS.resolve("meaning-" + language + ".txt"), model(language));
        }
    }

    /** The model of a language as it is kept. */
    static String model(String language) {
        StringBuilder lines = new StringBuilder(String.join(" ", KINDS)).append('\n');
        new Training(examples(language)).weights.forEach((feature, ofFeature) -> {
            List<Long> rounded = Arrays.stream(ofFeature).mapToObj(weight -> Math.round(weight / LinearModel.UNIT)).toList();
            lines.append(feature).append(' ')
                    .append(rounded.stream().map(String::valueOf).collect(Collectors.joining(" "))).append('\n');
        });
        return lines.toString();
    }

    private static List<Example> examples(String language) {
        return SETS.stream()
                .flatMap(set -> Fixtures.rows("meaning-" + language + set + ".txt", 2)
                        .map(row -> new Example(set, KINDS.indexOf(row.get(0)), features(row.get(1)))))
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

    private static void measure(String title, List<Example> examples, String left) {
        LinearModel model = new LinearModel(KINDS,
                new Training(examples.stream().filter(example -> !example.set().equals(left)).toList()).weights);
        List<Example> held = examples.stream().filter(example -> example.set().equals(left)).toList();
        long right = held.stream().filter(example -> {
            Map<String, Double> likelihoods = model.likelihoods(List.of(example.features()));
            String best = Collections.max(likelihoods.entrySet(), Map.Entry.comparingByValue()).getKey();
            return best.equals(KINDS.get(example.kind()));
        }).count();
        OUT.printf("%s, not learnt from: %d of %d%n", title, right, held.size());
    }

    /** Stochastic gradient descent with a rate for each weight (AdaGrad). */
    private void learn(Example example) {
        double[] scores = new double[KINDS.size()];
        for (String feature : example.features()) {
            double[] ofFeature = weights.get(feature);
            for (int i = 0; ofFeature != null && i < scores.length; i++) {
                scores[i] += ofFeature[i];
            }
        }
        double[] likelihoods = LinearModel.likelihoods(scores, example.features().length);
        double scale = 1 / Math.sqrt(example.features().length);
        for (String feature : example.features()) {
            double[] ofFeature = weights.get(feature);
            double[] ofSlope = slopes.get(feature);
            IntStream.range(0, ofFeature == null ? 0 : scores.length).forEach(i -> {
                double error = likelihoods[i] - (i == example.kind() ? 1 : 0);
                double slope = error * scale + DECAY * ofFeature[i];
                ofSlope[i] += slope * slope;
                ofFeature[i] -= RATE * slope / Math.sqrt(ofSlope[i] + 1e-8);
            });
        }
    }
}
