package tact.installer;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The folder that a build makes: launcher, jars, add-on.
 *
 * @param folder absolute
 */
record Image(Path folder) {

    /** The host, as Thunderbird starts it. */
    Path launcher() {
        return existing("bin/tact");
    }

    Path addOn() {
        return existing("extension/tact.xpi");
    }

    Path lib() {
        return existing("lib");
    }

    /** The golden exchanges of the protocol, one file each. */
    Path training() {
        return existing("lib/training");
    }

    private Path existing(String name) {
        Path path = folder.resolve(name);
        if (!Files.exists(path)) {
            throw new InstallException("error.image", path);
        }
        return path;
    }
}
