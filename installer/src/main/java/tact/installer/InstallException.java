package tact.installer;

import java.util.Arrays;

/** Something the user has to know or to mend; {@link #key} and {@link #arguments} say it in the user's language. */
final class InstallException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String key;
    private final transient Object[] arguments;

    /** @param key a key of {@code messages.properties} */
    InstallException(String key, Object... arguments) {
        super(key + " " + Arrays.toString(arguments));
        this.key = key;
        this.arguments = arguments;
    }

    String key() {
        return key;
    }

    Object[] arguments() {
        return arguments;
    }
}
