package tact.installer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Thunderbird's profiles, as {@code profiles.ini} lists them. */
final class Profiles {

    private Profiles() {}

    /**
     * The profiles that Thunderbird starts with: the one of each installation, else the one marked as default, else
     * the only one. Empty when Thunderbird was never started.
     */
    static List<Path> inUse(List<Path> profilesIni) throws IOException {
        Set<Path> found = new LinkedHashSet<>();
        for (Path ini : profilesIni) {
            if (Files.exists(ini)) {
                found.addAll(inUse(ini.getParent(), sections(Files.readAllLines(ini))));
            }
        }
        return found.stream().filter(Files::isDirectory).toList();
    }

    private static List<Path> inUse(Path folder, Map<String, Map<String, String>> sections) {
        List<Path> installations = new ArrayList<>();
        List<Path> defaults = new ArrayList<>();
        List<Path> all = new ArrayList<>();
        sections.forEach((name, entries) -> {
            if (name.startsWith("Install") && entries.containsKey("Default")) {
                // Relative to the folder of profiles.ini, or absolute: resolve() does both.
                installations.add(folder.resolve(entries.get("Default")));
            } else if (name.startsWith("Profile") && entries.containsKey("Path")) {
                Path profile = folder.resolve(entries.get("Path"));
                all.add(profile);
                if ("1".equals(entries.get("Default"))) {
                    defaults.add(profile);
                }
            }
        });
        if (!installations.isEmpty()) {
            return installations;
        }
        if (!defaults.isEmpty()) {
            return defaults;
        }
        return all.size() == 1 ? all : List.of();
    }

    private static Map<String, Map<String, String>> sections(List<String> lines) {
        Map<String, Map<String, String>> sections = new LinkedHashMap<>();
        Map<String, String> section = new LinkedHashMap<>();
        for (String line : lines) {
            int equals = line.indexOf('=');
            if (line.startsWith("[") && line.endsWith("]")) {
                section = sections.computeIfAbsent(
                        line.substring(1, line.length() - 1), name -> new LinkedHashMap<>());
            } else if (equals > 0) {
                section.put(line.substring(0, equals).strip(), line.substring(equals + 1).strip());
            }
        }
        return sections;
    }
}
