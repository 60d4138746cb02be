package tact.mail;

/** A constant with a word for itself on the wire, in the ledger and on the command line. */
public interface Identified {

    /** The word; never changes. */
    String id();

    /**
     * The constant of this word.
     *
     * @param what names the type in the message of the exception
     * @throws IllegalArgumentException if there is none
     */
    static <E extends Enum<E> & Identified> E of(Class<E> type, String id, String what) {
        for (E constant : type.getEnumConstants()) {
            if (constant.id().equals(id)) {
                return constant;
            }
        }
        throw new IllegalArgumentException("no " + what + " " + id);
    }
}
