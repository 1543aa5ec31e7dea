package org.plazo.export;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Consumer;
import org.plazo.security.Actor;
import org.springframework.stereotype.Component;

/** Makes files of lists. No file leaves without an entry in the record of exports. */
@Component
public class Exports {

    private final ExportRecords records;
    private final Clock clock;

    Exports(ExportRecords records, Clock clock) {
        this.records = records;
        this.clock = clock;
    }

    /**
     * Writes the whole list into a file before the first byte is sent: whoever reads slowly holds no connection to the
     * database, and what goes wrong is an error and not half a list. The file has no name on the disk and is gone when it is
     * closed.
     *
     * @param zone whose date the file's name bears
     */
    public ExportFile make(ExportedList list, Actor by, ZoneId zone) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        ExportFile file = new ExportFile(list.name() + "-" + now.atZone(zone).toLocalDate() + ".csv");
        try {
            file.write(list);
            file.recorded(records.add(
                    new NewExport(now, by.userId(), list.name(), list.query(), file.rows(), file.sha256())));
            return file;
        } catch (IOException e) {
            file.close();
            throw new UncheckedIOException("the exported list cannot be written", e);
        } catch (RuntimeException e) {
            file.close();
            throw e;
        }
    }

    /**
     * The newest first.
     *
     * @param page from 0
     */
    public List<ExportRecord> list(int page, int size) {
        return records.list(page, size);
    }

    public long count() {
        return records.count();
    }

    /** All of them, the newest first. */
    public void each(Consumer<ExportRecord> taker) {
        records.each(taker);
    }
}
