package tact.protocol;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Predicate;
import tact.event.LedgerRecord;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.util.TokenBuffer;

/**
 * A file with an export: {@code {"records":[...]}}, one record a line. As the command line writes it, and as it reads it, also
 * what the extension wrote; neither holds more than one record in memory.
 */
public final class ExportFile {

    /** No record has as many values; more are passed over without being kept. */
    private static final int MAX_TOKENS = 200_000;

    private ExportFile() {}

    /** Writes records, one by one. */
    public static final class Output implements Predicate<LedgerRecord>, Closeable {

        private final Writer out;
        private String separator = "{\"records\":[\n";

        /** @param out is closed with it */
        public Output(OutputStream out) {
            this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        }

        /**
         * Takes every record.
         *
         * @throws UncheckedIOException if it cannot be written
         */
        @Override
        public boolean test(LedgerRecord record) {
            try {
                out.write(separator);
                out.write(Records.toJson(record).toString());
                separator = ",\n";
                return true;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() throws IOException {
            try (out) {
                out.write("\n]}\n");
            }
        }
    }

    /**
     * Reads a file, however large it is.
     *
     * @param taker takes what follows the first record, one by one; null for a record that cannot be read
     * @throws IOException if it cannot be read on, or is no export of this version; the message says which, for the user.
     *     What the taker has taken until then was good.
     */
    public static void read(InputStream in, Consumer<LedgerRecord> taker) throws IOException {
        try (JsonParser json = Records.parser(in)) {
            if (json.nextToken() != JsonToken.START_OBJECT
                    || !Objects.equals(json.nextName(), "records")
                    || json.nextToken() != JsonToken.START_ARRAY
                    || json.nextToken() != JsonToken.START_OBJECT
                    || !(record(json) instanceof LedgerRecord.Heading heading)) {
                throw new IOException("it is no export of Tact");
            }
            if (heading.version() != LedgerRecord.VERSION) {
                throw new IOException("it was made by another version of Tact: update Tact");
            }
            while (json.nextToken() != JsonToken.END_ARRAY) {
                if (json.currentToken() == null) {
                    throw new IOException("it breaks off");
                }
                taker.accept(record(json));
            }
        } catch (JacksonException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
            throw new IOException("it is not JSON at line " + line, e);
        }
    }

    /** The value at which the parser stands; null if it is no record. */
    private static LedgerRecord record(JsonParser json) {
        try (TokenBuffer value = TokenBuffer.forGeneration()) {
            int depth = 0;
            int tokens = 0;
            do {
                JsonToken token = json.currentToken();
                if (tokens++ < MAX_TOKENS) {
                    value.copyCurrentEvent(json);
                }
                depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
            } while (depth > 0 && json.nextToken() != null);
            return depth > 0 || tokens > MAX_TOKENS ? null : Records.ofTokens(value);
        }
    }
}
