package tact.installer;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where things belong on an operating system, by the table {@code locations.json}.
 *
 * @param thunderbirds the ways in which Thunderbird may have come onto the computer
 * @param nativeManifests the folder in which Thunderbird looks up native applications
 * @param data Tact's data folder
 */
record Locations(List<Thunderbird> thunderbirds, Path nativeManifests, Path data) {

    /** How a Thunderbird came onto the computer, which decides whether it may start programs outside of itself. */
    enum Packaging {
        /** From the distribution or from Mozilla: starts what the manifest names. */
        PLAIN,
        /** Asks the user through the desktop's portal for native messaging, since early 2025. */
        SNAP,
        /** Shut off from the programs of the computer: no native messaging. */
        FLATPAK
    }

    /**
     * A Thunderbird of one packaging.
     *
     * @param profilesIni the file in which it lists its profiles; there only if it was started once
     */
    record Thunderbird(Packaging packaging, Path profilesIni) {}

    private record Place(Packaging packaging, String profilesIni) {}

    private record Row(List<Place> thunderbirds, String nativeManifests, List<String> data) {}

    /**
     * The places for this environment.
     *
     * @throws InstallException when the table has no row for the system
     */
    static Locations of(Environment environment) {
        Row row = table().get(environment.system());
        if (row == null) {
            throw new InstallException("error.system", environment.system());
        }
        return new Locations(
                row.thunderbirds.stream()
                        .map(place -> new Thunderbird(place.packaging, path(place.profilesIni, environment)))
                        .toList(),
                path(row.nativeManifests, environment),
                data(row.data, environment));
    }

    /** The files in which those Thunderbirds list their profiles that can start the host. */
    List<Path> profilesIni() {
        return thunderbirds.stream()
                .filter(thunderbird -> thunderbird.packaging != Packaging.FLATPAK)
                .map(Thunderbird::profilesIni)
                .toList();
    }

    /** Whether a Thunderbird of this packaging was started on this computer. */
    boolean has(Packaging packaging) {
        return thunderbirds.stream()
                .anyMatch(thunderbird -> thunderbird.packaging == packaging && Files.exists(thunderbird.profilesIni));
    }

    private static Map<String, Row> table() {
        try (InputStream in = Locations.class.getResourceAsStream("locations.json")) {
            return JsonMapper.builder().build().readValue(in, new TypeReference<Map<String, Row>>() { });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@code TACT_HOME}, else the first place whose variable is set. */
    private static Path data(List<String> places, Environment environment) {
        String chosen = environment.variables().getOrDefault("TACT_HOME", "");
        if (!chosen.isEmpty()) {
            return Path.of(chosen).toAbsolutePath();
        }
        return places.stream()
                .filter(place -> !place.startsWith("$") || !variable(place, environment).isEmpty())
                .map(place -> path(place, environment))
                .findFirst()
                .orElseThrow();
    }

    /** {@code ~/...} is under the home folder, {@code $NAME/...} under the folder that the variable names. */
    private static Path path(String place, Environment environment) {
        String rest = place.substring(place.indexOf('/') + 1);
        return place.startsWith("~")
                ? environment.home().resolve(rest)
                : Path.of(variable(place, environment)).resolve(rest);
    }

    private static String variable(String place, Environment environment) {
        return environment.variables().getOrDefault(place.substring(1, place.indexOf('/')), "");
    }
}
