package tact;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;

/** The host's version: the POM's. */
public final class Version {

    /** Such as "0.1.0". */
    public static final String CURRENT = read();

    private Version() {}

    private static String read() {
        Properties properties = new Properties();
        try (InputStream in = Version.class.getResourceAsStream("/tact/version.properties")) {
            properties.load(in);
        } catch (IOException e) {
            throw new IllegalStateException("The host's own archive cannot be read.", e);
        }
        return properties.getProperty("version");
    }
}
