package tact;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.nio.file.Path;
import java.time.Clock;
import tact.cli.CommandLineInterface;
import tact.protocol.Codec;
import tact.store.OwnerOnly;
import tact.store.SqliteLedger;
import tact.wire.FrameReader;
import tact.wire.FrameWriter;

/** The composition root: as a native-messaging host when Thunderbird starts it, else as the command line. */
public final class Main {

    private Main() {}

    /** @param arguments the native manifest's path and the extension's id, or a command of the command line */
    public static void main(String[] arguments) {
        System.exit(isNativeMessaging(arguments) ? host() : CommandLineInterface.run(dataFolder(), arguments));
    }

    /** Thunderbird passes the manifest's path and the extension's id. */
    private static boolean isNativeMessaging(String[] arguments) {
        return arguments.length == 2 && arguments[0].endsWith(".json") && arguments[1].contains("@");
    }

    private static int host() {
        // A stray line on standard output would kill the port: only the frame writer may reach it.
        FileOutputStream wire = new FileOutputStream(FileDescriptor.out);
        System.setOut(System.err);
        Path folder = dataFolder();
        Log log = new Log(DataFolder.log(folder));
        return new Host(
                        new FrameReader(new BufferedInputStream(new FileInputStream(FileDescriptor.in)), FrameReader.MAX_FRAME),
                        new FrameWriter(new BufferedOutputStream(wire)),
                        new Codec(),
                        new Desk(() -> ledger(folder), Clock.systemUTC(), log::empty),
                        log)
                .run();
    }

    private static Path dataFolder() {
        return DataFolder.of(System.getenv(), System.getProperty("os.name"), Path.of(System.getProperty("user.home")));
    }

    private static SqliteLedger ledger(Path folder) {
        OwnerOnly.createFolder(folder);
        return SqliteLedger.open(DataFolder.ledger(folder));
    }
}
