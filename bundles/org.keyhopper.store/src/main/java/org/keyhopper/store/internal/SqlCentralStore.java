package org.keyhopper.store.internal;

import java.sql.SQLException;
import java.util.function.Function;
import org.keyhopper.central.directory.DirectoryDraft;
import org.keyhopper.central.storage.CentralStore;
import org.keyhopper.central.storage.CentralTransaction;

/** Central's tables. Transactions run side by side where the database can, and wait for each other's rows. */
public final class SqlCentralStore implements CentralStore {

    private final CentralContext context;

    public SqlCentralStore(CentralContext context) {
        this.context = context;
    }

    @Override
    public <T> T write(Function<CentralTransaction, T> work) {
        return context.pool().write(in -> applied(work, in));
    }

    /** Uses the connection of the records, as all changes of directories do, so that none runs beside another. */
    @Override
    public <T> T configure(DirectoryDraft draft, boolean keep, Function<CentralTransaction, T> work) {
        Database.Change directory =
                new SqlDirectoryAccounts(context.records()).storing(draft.account(), keep, draft.secrets());
        return context.records().database().write(in -> {
            directory.in(in);
            return applied(work, in);
        });
    }

    private <T> T applied(Function<CentralTransaction, T> work, Transaction in) throws SQLException {
        try {
            return work.apply(new SqlCentralTransaction(in, context));
        } catch (SqlFailure e) {
            throw e.failure();
        }
    }
}
