package tact.protocol;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import tact.event.Event.RecordsImported;
import tact.event.LedgerRecord;

/** Records of an export, as many as one reply can carry and one import takes. */
public final class ExportPage implements Predicate<LedgerRecord> {

    private static final int MAX_BYTES = 512 * 1024;

    private final List<LedgerRecord> records = new ArrayList<>();
    private int bytes;

    /** Takes a record, unless the page is full; the first one always. */
    @Override
    public boolean test(LedgerRecord record) {
        int size = Records.size(record);
        if (!records.isEmpty() && (bytes + size > MAX_BYTES || records.size() == RecordsImported.MAX_RECORDS)) {
            return false;
        }
        records.add(Objects.requireNonNull(record));
        bytes += size;
        return true;
    }

    /** @param next where the next page begins; null after the last one */
    public Reply.Exported reply(String next) {
        return new Reply.Exported(records, next);
    }
}
