package tact.mail;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The header fields of a mail: unfolded bodies by field name, in their order. Names are asked for in lower case. */
final class Header {

    private static final int MAX_NAME = 100;

    private final Map<String, List<String>> bodies = new HashMap<>();

    void add(String name, String body) {
        bodies.computeIfAbsent(name.toLowerCase(Locale.ROOT), key -> new ArrayList<>()).add(body);
    }

    boolean isEmpty() {
        return bodies.isEmpty();
    }

    boolean has(String name) {
        return bodies.containsKey(name);
    }

    /** In their order; empty if there are none. */
    List<String> all(String name) {
        return bodies.getOrDefault(name, List.of());
    }

    /** The topmost one, which the latest relay added; empty if there is none. */
    String first(String name) {
        List<String> all = all(name);
        return all.isEmpty() ? "" : all.get(0);
    }

    /** The last one, where a field that may stand once stands twice: what a relay prepends comes before it. */
    String last(String name) {
        List<String> all = all(name);
        return all.isEmpty() ? "" : all.get(all.size() - 1);
    }

    /** The word before parameters and comments, lower case: "auto-replied" of "auto-replied (vacation); owner=...". */
    String keyword(String name) {
        return first(name).strip().split("[\\s;(,]", 2)[0].toLowerCase(Locale.ROOT);
    }

    /** The names of all fields that a pattern matches, in lower case and in their alphabetical order. */
    Stream<String> names(Pattern pattern) {
        return bodies.keySet().stream().filter(name -> name.length() <= MAX_NAME && pattern.matcher(name).matches()).sorted();
    }
}
