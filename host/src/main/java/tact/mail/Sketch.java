package tact.mail;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A fingerprint of a text, by which a draft can be seen to contain an earlier mail although bodies are never stored: the
 * smallest hashes of its word groups (a bottom-k sketch, Broder 1997). It survives quoting, rewrapping and trimming. A
 * hash has 32 bits of a group of four words, so that the text cannot be read back from it.
 */
public final class Sketch {

    /** Of a text without words: contained in nothing. */
    public static final Sketch EMPTY = new Sketch(new int[0]);

    private static final int GROUP = 4;
    private static final int SIZE = 24;
    private static final int MAX_TEXT = 256 * 1024;
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");

    /** Ascending. */
    private final int[] hashes;

    private Sketch(int[] hashes) {
        this.hashes = hashes;
    }

    /** The sketch of a text. */
    public static Sketch of(String text) {
        int[] smallest = groups(text).stream().mapToInt(Integer::intValue).sorted().limit(SIZE).toArray();
        return smallest.length == 0 ? EMPTY : new Sketch(smallest);
    }

    /**
     * Which part of the sketched text stands in another text.
     *
     * @param text a draft with its quotes, marked or not
     * @return 0 (nothing) to 1 (all), an estimate
     */
    public double containedIn(String text) {
        if (hashes.length == 0) {
            return 0;
        }
        Set<Integer> there = groups(text);
        long found = Arrays.stream(hashes).filter(there::contains).count();
        return (double) found / hashes.length;
    }

    /** For storing: four bytes a hash. */
    public byte[] toBytes() {
        ByteBuffer bytes = ByteBuffer.allocate(hashes.length * Integer.BYTES);
        bytes.asIntBuffer().put(hashes);
        return bytes.array();
    }

    /**
     * What {@link #toBytes} gave.
     *
     * @throws IllegalArgumentException if the length is no multiple of four
     */
    public static Sketch fromBytes(byte[] bytes) {
        if (bytes.length % Integer.BYTES != 0) {
            throw new IllegalArgumentException("a sketch of " + bytes.length + " bytes");
        }
        int[] hashes = new int[bytes.length / Integer.BYTES];
        ByteBuffer.wrap(bytes).asIntBuffer().get(hashes);
        return hashes.length == 0 ? EMPTY : new Sketch(hashes);
    }

    /** Hashes of all groups of four successive words; a text of fewer words is one group. */
    private static Set<Integer> groups(String text) {
        List<String> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(text.substring(0, Math.min(text.length(), MAX_TEXT)));
        while (matcher.find()) {
            words.add(matcher.group().toLowerCase(Locale.ROOT));
        }
        Set<Integer> groups = new HashSet<>();
        for (int i = 0; i < words.size() && (i == 0 || i + GROUP <= words.size()); i++) {
            groups.add(scramble(String.join(" ", words.subList(i, Math.min(i + GROUP, words.size()))).hashCode()));
        }
        return groups;
    }

    /** The finalizer of MurmurHash3: spreads String.hashCode, whose smallest values would favour short words. */
    private static int scramble(int hash) {
        int h = hash;
        h = (h ^ (h >>> 16)) * 0x85ebca6b;
        h = (h ^ (h >>> 13)) * 0xc2b2ae35;
        return h ^ (h >>> 16);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Sketch sketch && Arrays.equals(hashes, sketch.hashes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(hashes);
    }

    @Override
    public String toString() {
        return "Sketch of " + hashes.length + " groups";
    }
}
