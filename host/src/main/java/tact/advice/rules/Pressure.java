package tact.advice.rules;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import tact.advice.Advice;
import tact.advice.Fix;
import tact.advice.Passage;
import tact.advice.Phrase;
import tact.advice.Range;
import tact.advice.Rule;
import tact.advice.Severity;
import tact.advice.Situation;
import tact.mail.Writing.Found;
import tact.mail.Writing.Said;

/** Finds what presses the reader where the user has named no deadline. */
public final class Pressure extends Rule {

    /**
     * Words that press.
     *
     * @param fix null if nothing can stand in their place
     */
    private record Pressing(Found found, Fix fix) {}

    public Pressure() {
        super("pressure", Severity.WARNING, Passage.PERSIST_WITHOUT_ANNOYING);
    }

    @Override
    public Optional<Advice> examine(Situation situation) {
        if (!situation.isLinted() || situation.hasDeadline()) {
            return Optional.empty();
        }
        List<Pressing> pressing =
                situation.writing().sentences().stream().flatMap(said -> pressing(said).stream()).toList();
        if (pressing.isEmpty()) {
            return Optional.empty();
        }
        Phrase text = Phrase.of("pressure", pressing.get(0).found().text(), situation.contact().person().display());
        return Optional.of(new Advice(id(), severity(), text, Passage.PERSIST_WITHOUT_ANNOYING)
                .at(pressing.stream().map(found -> Range.of(found.found().place())).toList())
                .fixedBy(situation.writing().isSurelyRead()
                        ? pressing.stream().map(Pressing::fix).filter(fix -> fix != null).toList()
                        : List.of()));
    }

    private static List<Pressing> pressing(Said said) {
        List<Pressing> pressing = new ArrayList<>();
        if (said.isQuestion() || said.says("soon-asked")) {
            said.find("soon").forEach(found -> add(found, Phrase.of("pressure.soon"), pressing));
        }
        if (said.says("soon-adjective-asked")) {
            said.find("soon-adjective").forEach(found -> add(found, Phrase.of("pressure.short"), pressing));
        }
        said.find("pressing-word").forEach(found -> add(found, null, pressing));
        for (Found found : said.find("pressing")) {
            if (pressing.stream().noneMatch(other -> other.found().overlaps(found))) {
                pressing.add(new Pressing(found, null));
            }
        }
        pressing.sort(Comparator.comparing(found -> found.found().first()));
        return pressing;
    }

    private static void add(Found found, Phrase instead, List<Pressing> pressing) {
        pressing.add(new Pressing(found, new Fix.Replace(Range.of(found.place()), instead)));
    }
}
