package tact.packager;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Checksums of files, in lower-case hexadecimal digits. */
final class Checksum {

    private Checksum() {}

    static String sha256(Path file) throws IOException {
        return sum("SHA-256", file);
    }

    /** What Debian's list of a package's files is made of; says nothing about who made them. */
    static String md5(Path file) throws IOException {
        return sum("MD5", file);
    }

    private static String sum(String algorithm, Path file) throws IOException {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(Files.readAllBytes(file)));
        } catch (NoSuchAlgorithmException e) {
            // Every Java has both.
            throw new IllegalStateException(e);
        }
    }
}
