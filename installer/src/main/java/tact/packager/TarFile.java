package tact.packager;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Instant;
import java.util.Arrays;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/**
 * Packs a folder as {@code .tar.gz}: POSIX.1-1988 "ustar", in the order of names, owned by root, of one moment. So the
 * same files give the same bytes.
 */
final class TarFile {

    private static final int BLOCK = 512;
    private static final int NAME = 100;
    private static final int BUFFER = 1 << 16;
    private static final char FILE = '0';
    private static final char LINK = '2';
    private static final char FOLDER = '5';

    private final OutputStream out;
    private final long seconds;

    private TarFile(OutputStream out, Instant moment) {
        this.out = out;
        this.seconds = moment.getEpochSecond();
    }

    /** Packs {@code folder}, under its own name, into {@code archive}. */
    static void pack(Path folder, Path archive, Instant moment, boolean quick) throws IOException {
        try (OutputStream out = gzip(archive, quick ? Deflater.BEST_SPEED : Deflater.DEFAULT_COMPRESSION)) {
            TarFile tar = new TarFile(out, moment);
            tar.add(folder, folder.getFileName().toString());
            for (Path path : Tree.below(folder)) {
                tar.add(path, folder.getParent().relativize(path).toString());
            }
            out.write(new byte[2 * BLOCK]);
        }
    }

    /** Writes a gzip file, which bears no time. */
    static OutputStream gzip(Path file, int level) throws IOException {
        return new GZIPOutputStream(Files.newOutputStream(file), BUFFER) {
            {
                def.setLevel(level);
            }
        };
    }

    private void add(Path path, String name) throws IOException {
        if (Files.isSymbolicLink(path)) {
            header(name, LINK, 0777, 0, Files.readSymbolicLink(path).toString());
        } else if (Files.isDirectory(path)) {
            header(name + "/", FOLDER, 0755, 0, "");
        } else {
            boolean executable = Files.getPosixFilePermissions(path).contains(PosixFilePermission.OWNER_EXECUTE);
            long size = Files.size(path);
            header(name, FILE, executable ? 0755 : 0644, size, "");
            Files.copy(path, out);
            out.write(new byte[(int) (-size & BLOCK - 1)]);
        }
    }

    private void header(String name, char type, int mode, long size, String target) throws IOException {
        byte[] header = new byte[BLOCK];
        // A name too long for its field is split at a slash, its beginning goes into the field at 345.
        int split = name.length() <= NAME ? -1 : name.indexOf('/', name.length() - NAME - 1);
        text(header, 0, NAME, name.substring(split + 1));
        octal(header, 100, 8, mode);
        octal(header, 108, 8, 0);
        octal(header, 116, 8, 0);
        octal(header, 124, 12, size);
        octal(header, 136, 12, seconds);
        header[156] = (byte) type;
        text(header, 157, NAME, target);
        text(header, 257, 8, "ustar\00000");
        text(header, 265, 32, "root");
        text(header, 297, 32, "root");
        text(header, 345, 155, split < 0 ? "" : name.substring(0, split));
        Arrays.fill(header, 148, 156, (byte) ' ');
        int sum = 0;
        for (byte b : header) {
            sum += b & 0xff;
        }
        octal(header, 148, 7, sum);
        out.write(header);
    }

    private static void text(byte[] header, int at, int room, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (bytes.length > room) {
            throw new IOException("too long for a tar file: " + text);
        }
        System.arraycopy(bytes, 0, header, at, bytes.length);
    }

    private static void octal(byte[] header, int at, int room, long number) throws IOException {
        text(header, at, room - 1, String.format("%0" + (room - 1) + "o", number));
    }
}
