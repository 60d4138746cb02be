package tact.packager;

import java.util.Arrays;

/** Why there is no package; {@link #key} and {@link #arguments} say it in the user's language. */
public final class PackagingException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String key;
    private final transient Object[] arguments;

    /** @param key a key of the installer's {@code messages.properties} */
    PackagingException(String key, Object... arguments) {
        super(key + " " + Arrays.toString(arguments));
        this.key = key;
        this.arguments = arguments;
    }

    public String key() {
        return key;
    }

    public Object[] arguments() {
        return arguments;
    }
}
