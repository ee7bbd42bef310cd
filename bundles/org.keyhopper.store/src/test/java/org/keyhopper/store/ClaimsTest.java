package org.keyhopper.store;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.keyhopper.core.records.StationRecords;
import org.keyhopper.testkit.store.ClaimsContract;

/** Claims in the station's database. */
class ClaimsTest extends ClaimsContract {

    @TempDir
    Path home;

    private final List<StationStore> opened = new ArrayList<>();

    DatabaseKind databaseKind() {
        return DatabaseKind.FILE;
    }

    @Override
    protected StationRecords open() {
        StationStore store = databaseKind().open(home);
        opened.add(store);
        return store;
    }

    @Override
    protected void letClaimsExpire() throws Exception {
        databaseKind().expireClaims(home);
    }

    @AfterEach
    void close() {
        opened.forEach(StationStore::close);
    }
}
