package tact.mail;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Whether a mail sounds like a note that a program sends to everybody, to a {@link LinearModel} that has read many notes and many
 * persons' answers. It knows no phrase, so that it errs elsewhere than {@link AnsweringNote} does.
 */
final class NoteImpression {

    static final String MODEL = "notes";
    static final String NOTE = "note";
    /** What the model has read; RFC 5646. */
    static final List<String> LANGUAGES = List.of("en", "de");
    /** Below this a person is likely enough; of the tests' persons none comes here, each read by a model that had not. */
    private static final double CERTAIN = 0.95;

    private final LinearModel model;
    private final List<Sentence> sentences;

    NoteImpression(LinearModel model, List<Sentence> sentences) {
        this.model = model;
        this.sentences = sentences;
    }

    /** Read by the model that is kept. */
    static NoteImpression of(List<Sentence> sentences) {
        return new NoteImpression(LinearModel.of(MODEL), sentences);
    }

    /** What the model sees of a mail. */
    static Set<String> features(List<Sentence> sentences) {
        Set<String> features = new LinkedHashSet<>();
        sentences.forEach(sentence -> features.addAll(WordFeatures.of(sentence)));
        return features;
    }

    /** Whether it is all but certainly a note. */
    boolean isNote() {
        return model.likelihoods(features(sentences)).get(NOTE) >= CERTAIN;
    }

    /** The sentence that speaks most for a note; there must be one. */
    Sentence sentence() {
        return sentences.stream()
                .max(Comparator.comparingDouble(sentence -> model.weight(WordFeatures.of(sentence), NOTE)))
                .orElseThrow();
    }
}
