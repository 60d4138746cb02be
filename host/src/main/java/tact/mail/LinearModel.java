package tact.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A linear classifier (multinomial logistic regression): of each feature a weight for each class, learnt beforehand from
 * labelled texts and kept as data, {@code models/<name>.txt}: the classes, then a feature and its weights in hundredths a line.
 */
final class LinearModel {

    /** Weights are kept as whole hundredths. */
    static final double UNIT = 0.01;

    private static final Map<String, LinearModel> KNOWN = new ConcurrentHashMap<>();

    private final List<String> classes;
    private final Map<String, double[]> weights;

    LinearModel(List<String> classes, Map<String, double[]> weights) {
        this.classes = List.copyOf(classes);
        this.weights = Map.copyOf(weights);
    }

    /** The model of this name among the resources; read once. */
    static LinearModel of(String name) {
        return KNOWN.computeIfAbsent(name, LinearModel::load);
    }

    private static LinearModel load(String name) {
        try (InputStream in = LinearModel.class.getResourceAsStream("/tact/models/" + name + ".txt");
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            List<String> classes = List.of(lines.readLine().split(" "));
            Map<String, double[]> weights = new HashMap<>();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] cells = line.split(" ");
                double[] ofFeature = new double[classes.size()];
                for (int i = 0; i < ofFeature.length; i++) {
                    ofFeature[i] = Integer.parseInt(cells[i + 1]) * UNIT;
                }
                weights.put(cells[0], ofFeature);
            }
            return new LinearModel(classes, weights);
        } catch (IOException e) {
            throw new UncheckedIOException("The model " + name + " cannot be read.", e);
        }
    }

    /** The likelihood of each class, of a text with these features; together 1. */
    Map<String, Double> likelihoods(Collection<String> features) {
        double[] scores = new double[classes.size()];
        for (String feature : features) {
            double[] ofFeature = weights.get(feature);
            for (int i = 0; ofFeature != null && i < scores.length; i++) {
                scores[i] += ofFeature[i];
            }
        }
        double[] likelihoods = likelihoods(scores, features.size());
        Map<String, Double> named = new HashMap<>();
        for (int i = 0; i < likelihoods.length; i++) {
            named.put(classes.get(i), likelihoods[i]);
        }
        return named;
    }

    /** How much these features speak for a class, against all others. */
    double weight(Collection<String> features, String ofClass) {
        int index = classes.indexOf(ofClass);
        double sum = 0;
        for (String feature : features) {
            double[] ofFeature = weights.get(feature);
            for (int i = 0; ofFeature != null && i < ofFeature.length; i++) {
                sum += i == index ? ofFeature[i] : -ofFeature[i] / (ofFeature.length - 1);
            }
        }
        return sum;
    }

    /** How many of these features are known. */
    long known(Collection<String> features) {
        return features.stream().filter(weights::containsKey).count();
    }

    /** The softmax of the scores of a text of so many features: in a long text each says less. */
    static double[] likelihoods(double[] scores, int features) {
        double scale = 1 / Math.sqrt(Math.max(1, features));
        double most = Double.NEGATIVE_INFINITY;
        for (double score : scores) {
            most = Math.max(most, score * scale);
        }
        double sum = 0;
        double[] likelihoods = new double[scores.length];
        for (int i = 0; i < scores.length; i++) {
            likelihoods[i] = StrictMath.exp(scores[i] * scale - most);
            sum += likelihoods[i];
        }
        for (int i = 0; i < scores.length; i++) {
            likelihoods[i] /= sum;
        }
        return likelihoods;
    }
}
