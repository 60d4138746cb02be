package tact.e2e;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Times of one kind, summed up. */
final class Figures {

    private Figures() {}

    /** @param times milliseconds, at least one */
    static Map<String, Object> summary(List<Double> times) {
        Map<String, Object> summary = new LinkedHashMap<>();
        summary.put("count", times.size());
        for (int percent : List.of(50, 90, 99, 100)) {
            summary.put(percent == 100 ? "max" : "p" + percent, Math.round(percentile(times, percent) * 10) / 10.0);
        }
        return summary;
    }

    static String line(List<Double> times) {
        return summary(times).entrySet().stream().map(e -> e.getKey() + " " + e.getValue())
                .collect(Collectors.joining(", ", "", " (ms)"));
    }

    /** The nearest rank. */
    private static double percentile(List<Double> times, int percent) {
        List<Double> sorted = times.stream().sorted().toList();
        return sorted.get(Math.max(0, (int) Math.ceil(percent / 100.0 * sorted.size()) - 1));
    }
}
