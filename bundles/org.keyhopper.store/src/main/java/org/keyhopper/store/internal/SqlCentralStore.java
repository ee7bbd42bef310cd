package org.keyhopper.store.internal;

import java.util.function.Function;
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
        return context.pool().write(in -> {
            try {
                return work.apply(new SqlCentralTransaction(in, context));
            } catch (SqlFailure e) {
                throw e.failure();
            }
        });
    }
}
