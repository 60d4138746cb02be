package tact;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Properties;

/** The host's version: the POM's. */
public final class Version {

    private static final Properties BUILD = read();

    /** Such as "0.1.0". */
    public static final String CURRENT = BUILD.getProperty("version");

    /** The moment that every file of this build bears, so that the same sources give the same bytes. */
    public static final Instant MOMENT = Instant.parse(BUILD.getProperty("moment"));

    private Version() {}

    private static Properties read() {
        Properties properties = new Properties();
        try (InputStream in = Version.class.getResourceAsStream("/tact/version.properties")) {
            properties.load(in);
        } catch (IOException e) {
            throw new IllegalStateException("The host's own archive cannot be read.", e);
        }
        return properties;
    }
}
