package org.keyhopper.store.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.keyhopper.api.settings.Secrets;
import org.keyhopper.core.journal.NumberedEntry;
import org.keyhopper.core.records.CentralRecords;
import org.keyhopper.core.records.StationRecords;
import org.keyhopper.core.request.ProvisioningRequest;
import org.keyhopper.core.request.StoreException;

/**
 * The records for a Central: a store of their own in the folder {@code central} of the station, so that none of the station's
 * is mixed with them and all are gone when the folder is.
 */
final class SqlCentralRecords implements CentralRecords {

    private static final String OWNER = "central";

    private final StoreContext station;
    private final Path folder;

    /** Guarded by this; null until it is needed. */
    private StoreContext context;

    private StationRecords records;

    SqlCentralRecords(StoreContext station) {
        this.station = station;
        this.folder = station.folder().resolve("central");
    }

    @Override
    public boolean exists() {
        return Files.isDirectory(folder);
    }

    private synchronized StoreContext opened() {
        if (context == null) {
            context = StoreContext.beside(station, folder);
        }
        return context;
    }

    @Override
    public synchronized StationRecords records() {
        if (records == null) {
            records = new SqlStationStore(opened());
        }
        return records;
    }

    @Override
    public Secrets secrets() {
        return opened().secretsOf(OWNER);
    }

    @Override
    public void mirror(ProvisioningRequest request) {
        StoreContext open = opened();
        boolean wiped = open.database().write(in -> new RequestMirror(in, open.claims()).put(request));
        if (wiped) {
            open.database().dropOldPages();
        }
    }

    @Override
    public synchronized List<NumberedEntry> journalAfter(long number, int limit) {
        // Records that were removed meanwhile are not created anew.
        return !exists() ? List.of() : opened().database().read(in -> SqlJournal.after(in, number, limit));
    }

    @Override
    public synchronized void remove() {
        close();
        if (!exists()) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new StoreException("The records for Central could not be removed: " + folder, e);
        }
    }

    synchronized void close() {
        if (context != null) {
            context.close();
        }
        context = null;
        records = null;
    }
}
