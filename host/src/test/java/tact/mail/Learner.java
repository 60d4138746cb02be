package tact.mail;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Learns the weights of a {@link LinearModel} from labelled examples. Whoever runs it twice gets the same. */
final class Learner {

    private static final int ROUNDS = 30;
    private static final double RATE = 0.3;
    private static final double DECAY = 1e-4;
    /** What stands in fewer texts is chance. */
    private static final int MIN_TEXTS = 3;

    /**
     * A labelled text.
     *
     * @param set  where it stands
     * @param kind index of its class
     */
    record Example(String set, int kind, String[] features) {}

    private final List<String> classes;
    private final Map<String, double[]> weights = new TreeMap<>();
    private final Map<String, double[]> slopes = new HashMap<>();

    Learner(List<String> classes, Collection<Example> examples) {
        this.classes = classes;
        Map<String, Integer> texts = new HashMap<>();
        examples.forEach(example -> Arrays.stream(example.features()).forEach(feature -> texts.merge(feature, 1, Integer::sum)));
        texts.forEach((feature, count) -> {
            if (count >= MIN_TEXTS) {
                weights.put(feature, new double[classes.size()]);
                slopes.put(feature, new double[classes.size()]);
            }
        });
        Random random = new Random(1);
        List<Example> shuffled = new ArrayList<>(examples);
        for (int i = 0; i < ROUNDS; i++) {
            Collections.shuffle(shuffled, random);
            shuffled.forEach(this::learn);
        }
    }

    /** What was learnt from all examples but those of one set. */
    static LinearModel without(String set, List<String> classes, List<Example> examples) {
        return new Learner(classes, examples.stream().filter(example -> !example.set().equals(set)).toList()).model();
    }

    LinearModel model() {
        return new LinearModel(classes, weights);
    }

    /** The model as it is kept. */
    String lines() {
        StringBuilder lines = new StringBuilder(String.join(" ", classes)).append('\n');
        weights.forEach((feature, ofFeature) -> {
            List<Long> rounded = Arrays.stream(ofFeature).mapToObj(weight -> Math.round(weight / LinearModel.UNIT)).toList();
            lines.append(feature).append(' ')
                    .append(rounded.stream().map(String::valueOf).collect(Collectors.joining(" "))).append('\n');
        });
        return lines.toString();
    }

    /** Stochastic gradient descent with a rate for each weight (AdaGrad). */
    private void learn(Example example) {
        double[] scores = new double[classes.size()];
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
