package tact.e2e;

/** Somebody with a name and an address; invented, under the reserved top-level domain "example". */
record Person(String name, String address) {

    /** The user of the tests and of the demo. */
    static final Person LENA = new Person("Lena Vogt", "lena.vogt@studio.example");

    /** The first name, for a salutation. */
    String first() {
        return name.substring(0, name.indexOf(' '));
    }

    /** The RFC 5322 mailbox. */
    String mailbox() {
        return name + " <" + address + ">";
    }
}
