package tact.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tact.annotation.Annotation;
import tact.event.Claim;
import tact.event.ClaimKind;
import tact.event.Draft;

/** An annotation for readers of a terminal: what can be said with a click stands there as the command that says it. */
final class AnnotationText {

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9@%_+=:,./-]+");

    private final Annotation annotation;
    private final Draft draft;
    private final PrintWriter out;

    AnnotationText(Annotation annotation, Draft draft, PrintWriter out) {
        this.annotation = annotation;
        this.draft = draft;
        this.out = out;
    }

    void print() {
        if (annotation.badge() == null) {
            out.println("Nobody is asked in this draft.");
            return;
        }
        out.println(annotation.badge() + "  " + (annotation.lens() == null ? annotation.label() : annotation.lens().text()));
        annotation.advice().forEach(this::print);
        if (annotation.gutCheck() != null) {
            print(annotation.gutCheck());
        }
        if (annotation.call() != null) {
            out.println(annotation.call().label() + ": " + annotation.call().text());
            cite(annotation.call().passageText(), annotation.call().passage());
        }
        if (annotation.hold() != null) {
            print(annotation.hold());
        }
        if (!annotation.actions().isEmpty()) {
            out.println();
            annotation.actions().forEach(action -> print(action, ""));
        }
    }

    private void print(Annotation.Finding finding) {
        out.println(finding.severity() + " [" + finding.rule() + "] " + finding.text());
        cite(finding.passageText(), finding.passage());
        finding.marks().forEach(mark -> out.println("    ~ " + oneLine(mark.quote())));
        if (finding.evidence() != null) {
            out.println("    <" + finding.evidence() + ">");
        }
        finding.fixes().forEach(this::print);
        finding.choices().forEach(choice -> print(choice, "    "));
    }

    private void print(Annotation.FixOffer fix) {
        out.println("    -> " + fix.label());
        if (fix.body() != null) {
            out.println(fix.body().indent(8).stripTrailing());
        }
    }

    private void print(Annotation.GutCheck check) {
        out.println(check.question());
        cite(check.passageText(), check.passage());
        for (Annotation.GutAnswer answer : check.answers()) {
            out.println("    - " + answer.label() + ": " + answer.text());
            answer.fixes().forEach(this::print);
            answer.choices().forEach(choice -> print(choice, "    "));
        }
    }

    private void print(Annotation.Hold hold) {
        out.println(hold.title() + " " + hold.text());
        hold.tries().forEach(attempt -> out.println("    " + attempt.number() + ". " + attempt.date() + "  " + attempt.subject()));
        hold.choices().forEach(choice -> out.println("    - " + choice.label() + ": " + choice.text()));
    }

    private void print(Annotation.Action action, String indent) {
        out.println(indent + "* " + action.label() + ":  " + command(action.claim()));
    }

    private void cite(String words, String passage) {
        out.println(passage == null ? "    (Tact's own advice)" : "    \"" + words + "\" (" + passage + ")");
    }

    private String command(Claim claim) {
        List<String> words = new ArrayList<>(List.of("tact", "state", annotation.person()));
        words.addAll(ClaimWords.of(claim));
        boolean isOfThread = claim.equals(new Claim.Muted(Claim.Scope.THREAD)) || claim.equals(new Claim.TakenBack(ClaimKind.MUTED));
        if (isOfThread && !draft.references().isEmpty()) {
            words.addAll(List.of("--on", draft.references().get(draft.references().size() - 1).value()));
        }
        return words.stream().map(AnnotationText::quoted).collect(Collectors.joining(" "));
    }

    /** As a shell takes it for one word. */
    private static String quoted(String word) {
        return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
    }

    private static String oneLine(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }
}
