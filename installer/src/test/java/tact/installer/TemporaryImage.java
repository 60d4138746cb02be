package tact.installer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A computer in a temporary folder: a home with one Thunderbird profile, and an image that is complete. */
record TemporaryImage(Path home, Path profile, Path image) {

    static TemporaryImage in(Path folder) throws IOException {
        Path home = Files.createDirectories(folder.resolve("home"));
        Path profile = Files.createDirectories(home.resolve(".thunderbird/abcd.default-release"));
        Files.writeString(home.resolve(".thunderbird/profiles.ini"), """
                [InstallFDC34C9F024745EB]
                Default=abcd.default-release
                Locked=1

                [Profile1]
                Name=default
                IsRelative=1
                Path=efgh.default
                Default=1

                [Profile0]
                Name=default-release
                IsRelative=1
                Path=abcd.default-release
                """);
        Path image = Files.createDirectories(folder.resolve("image"));
        Files.createDirectories(image.resolve("bin"));
        Files.writeString(image.resolve("bin/tact"), "#!/bin/sh\n");
        Files.createDirectories(image.resolve("extension"));
        Files.writeString(image.resolve("extension/tact.xpi"), "add-on 1");
        return new TemporaryImage(home, profile, image);
    }

    Environment environment() {
        return new Environment("linux", home, Map.of(), image);
    }

    /** Every file and folder of the home folder. */
    String tree() throws IOException {
        try (Stream<Path> paths = Files.walk(home)) {
            return paths.map(path -> home.relativize(path).toString()).sorted().collect(Collectors.joining("\n"));
        }
    }
}
