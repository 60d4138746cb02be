package tact.mail;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a mail sounds like as a whole: its words, weighed by a {@link LinearModel} that has read many answers. It knows no phrase
 * and reads no grammar, so that it errs elsewhere than the phrases of {@link Meaning} do.
 */
final class Impression {

    private final LinearModel model;
    private final List<Sentence> sentences;
    private final List<Set<String>> features = new ArrayList<>();
    private final Map<String, Double> likelihoods;

    /**
     * @param sentences where the answer stands
     * @param language  "en" or "de"
     */
    Impression(List<Sentence> sentences, String language) {
        this.model = LinearModel.of("meaning-" + language);
        this.sentences = sentences.stream().filter(sentence -> !sentence.words().isEmpty()).toList();
        this.sentences.forEach(sentence -> features.add(WordFeatures.of(sentence)));
        this.likelihoods = model.likelihoods(all());
    }

    private Set<String> all() {
        Set<String> all = new LinkedHashSet<>();
        features.forEach(all::addAll);
        return all;
    }

    /** How likely it means this, from 0 to 1. */
    double likelihood(Meaning.Kind kind) {
        return likelihoods.get(kind.id());
    }

    /** What it most likely means. */
    Meaning.Kind kind() {
        return List.of(Meaning.Kind.values()).stream().max(Comparator.comparingDouble(this::likelihood)).orElseThrow();
    }

    /** The sentence that speaks most for this; null if there is no sentence. */
    Sentence sentence(Meaning.Kind kind) {
        Sentence best = null;
        double most = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < sentences.size(); i++) {
            double weight = model.weight(features.get(i), kind.id());
            if (weight > most) {
                most = weight;
                best = sentences.get(i);
            }
        }
        return best;
    }

    /** How much of it is in words that the model has seen in this language. */
    long known() {
        return model.known(all());
    }
}
