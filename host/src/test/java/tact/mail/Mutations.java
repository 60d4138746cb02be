package tact.mail;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * Reads broken mail: the mails of the corpora with bytes flipped, cut, doubled, headers repeated, two spliced, each decided by
 * a seed. Nothing may escape but {@link UnreadableMailException}, and nothing may take longer than a second. Run as
 * {@code java ... tact.mail.Mutations [COUNT [SEED]]}, with {@code -Xmx256m} to hold it to the memory bound.
 */
final class Mutations {

    /** What a run came to. */
    record Result(int mails, int unreadable, long slowestMillis, long slowestSeed) {}

    private static final Instant FALLBACK = Instant.parse("2026-11-23T09:00:00Z");
    private static final List<String> HOSTILE_LINES = List.of(
            "Content-Type: multipart/mixed; boundary=\"\"", "Content-Type: text/html; charset=utf-7", "Subject: =?utf-8?B?////?=",
            "Content-Transfer-Encoding: base64", "References: <<<<>>>><a@b", "From: \"\"\"\"<<>>,;:@@", "Date: 99 Foo 99999 99:99:99 +9999",
            "Auto-Submitted:", "Content-Type: message/rfc822", "To: " + "a@b,".repeat(500), "List-Post: <mailto:", "\u0000\u0000: \u0000",
            "Content-Type: text/calendar; method=REPLY", "X-Failed-Recipients: " + "<".repeat(300));

    private final List<byte[]> mails;

    Mutations(List<byte[]> mails) {
        this.mails = List.copyOf(mails);
    }

    static List<byte[]> corpora() {
        List<byte[]> mails = new ArrayList<>();
        for (String set : List.of("bounces", "threads", "languages", "hostile", "calendar")) {
            Corpora.files(set).forEach(file -> mails.add(Corpora.read(file)));
        }
        return mails;
    }

    Result run(int count, long seed) {
        int unreadable = 0;
        long slowest = 0;
        long slowestSeed = seed;
        for (int i = 0; i < count; i++) {
            byte[] mail = mutated(seed + i);
            long start = System.nanoTime();
            try {
                MailReader.read(mail, FALLBACK);
            } catch (UnreadableMailException e) {
                unreadable++;
            } catch (RuntimeException | StackOverflowError e) {
                throw new AssertionError("seed " + (seed + i), e);
            }
            long millis = (System.nanoTime() - start) / 1_000_000;
            if (millis > slowest) {
                slowest = millis;
                slowestSeed = seed + i;
            }
        }
        return new Result(count, unreadable, slowest, slowestSeed);
    }

    private byte[] mutated(long seed) {
        Random random = new Random(seed * 0x9E3779B97F4A7C15L);
        byte[] mail = mails.get(random.nextInt(mails.size())).clone();
        for (int i = random.nextInt(4) + 1; i > 0 && mail.length > 0; i--) {
            mail = mutated(mail, random);
        }
        return mail;
    }

    private byte[] mutated(byte[] mail, Random random) {
        int at = random.nextInt(mail.length);
        switch (random.nextInt(8)) {
            case 0 -> {
                for (int i = random.nextInt(20) + 1; i > 0; i--) {
                    mail[random.nextInt(mail.length)] = (byte) random.nextInt(256);
                }
                return mail;
            }
            case 1 -> {
                return Arrays.copyOf(mail, at);
            }
            case 2 -> {
                return Arrays.copyOfRange(mail, at, mail.length);
            }
            case 3 -> {
                byte[] other = mails.get(random.nextInt(mails.size()));
                int from = other.length == 0 ? 0 : random.nextInt(other.length);
                return spliced(mail, at, Arrays.copyOfRange(other, from, Math.min(other.length, from + random.nextInt(4096))));
            }
            case 4 -> {
                return spliced(mail, 0, (HOSTILE_LINES.get(random.nextInt(HOSTILE_LINES.size())) + "\r\n").getBytes(StandardCharsets.UTF_8));
            }
            case 5 -> {
                int end = Math.min(mail.length, at + random.nextInt(200));
                byte[] piece = Arrays.copyOfRange(mail, at, end);
                byte[] many = new byte[Math.min(100_000, piece.length * random.nextInt(500))];
                for (int i = 0; i < many.length; i++) {
                    many[i] = piece[i % piece.length];
                }
                return spliced(mail, at, many);
            }
            case 6 -> {
                int end = Math.min(mail.length, 2048);
                return spliced(mail, 0, Arrays.copyOf(mail, random.nextInt(end) + 1));
            }
            default -> {
                int end = Math.min(mail.length, at + random.nextInt(50));
                Arrays.fill(mail, at, end, (byte) (random.nextBoolean() ? 0 : '\n'));
                return mail;
            }
        }
    }

    private static byte[] spliced(byte[] mail, int at, byte[] piece) {
        byte[] spliced = Arrays.copyOf(mail, mail.length + piece.length);
        System.arraycopy(piece, 0, spliced, at, piece.length);
        System.arraycopy(mail, at, spliced, at + piece.length, mail.length - at);
        return spliced;
    }

    public static void main(String[] arguments) {
        if (Corpora.FOLDER == null) {
            System.out.println("The corpora are not there (../shared/corpora): nothing was run.");
            return;
        }
        int count = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 200_000;
        long seed = arguments.length > 1 ? Long.parseLong(arguments[1]) : 1;
        long start = System.nanoTime();
        Result result = new Mutations(corpora()).run(count, seed);
        System.out.printf("%,d mutated mails in %d s: %,d without a header, the slowest took %d ms (seed %d)%n", result.mails(),
                (System.nanoTime() - start) / 1_000_000_000, result.unreadable(), result.slowestMillis(), result.slowestSeed());
    }
}
