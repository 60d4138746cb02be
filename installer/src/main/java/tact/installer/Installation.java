package tact.installer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The files that make Tact a part of Thunderbird. */
final class Installation {

    /** The add-on's id, which the manifest of the add-on sets. */
    static final String ADD_ON = "tact@followups";

    /** The name under which the add-on asks Thunderbird for the host. */
    static final String APPLICATION = "tact";

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private Installation() {}

    /**
     * The native manifest, and the add-on in each profile.
     *
     * @param profiles profile folders; empty: those that Thunderbird starts with
     * @throws InstallException when there is no profile, or the image is not complete
     */
    static List<Placement> of(Environment environment, List<Path> profiles) throws IOException {
        Locations locations = Locations.of(environment);
        Image image = new Image(environment.image());
        List<Placement> placements = new ArrayList<>();
        placements.add(new Placement(
                "part.manifest",
                locations.nativeManifests().resolve(APPLICATION + ".json"),
                manifest(image.launcher()),
                environment.home()));
        byte[] addOn = Files.readAllBytes(image.addOn());
        for (Path profile : chosen(profiles, locations)) {
            placements.add(new Placement(
                    "part.addOn", profile.resolve("extensions").resolve(ADD_ON + ".xpi"), addOn, profile));
        }
        return placements;
    }

    private static List<Path> chosen(List<Path> profiles, Locations locations) throws IOException {
        List<Path> chosen = profiles.isEmpty() ? Profiles.inUse(locations.profilesIni()) : profiles;
        if (chosen.isEmpty() && locations.has(Locations.Packaging.FLATPAK)) {
            throw new InstallException("packaging.FLATPAK");
        }
        if (chosen.isEmpty()) {
            throw new InstallException("error.noProfile", locations.profilesIni().get(0).getParent());
        }
        for (Path profile : chosen) {
            if (!Files.isDirectory(profile)) {
                throw new InstallException("error.notAProfile", profile);
            }
        }
        return chosen;
    }

    /** What tells Thunderbird where the host is. */
    static byte[] manifest(Path launcher) {
        Map<String, Object> manifest = new LinkedHashMap<>();
        manifest.put("name", APPLICATION);
        manifest.put("description", "Tact: an IDE for follow-ups");
        manifest.put("path", launcher.toString());
        manifest.put("type", "stdio");
        manifest.put("allowed_extensions", List.of(ADD_ON));
        return JSON.writeValueAsBytes(manifest);
    }
}
