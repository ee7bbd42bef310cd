package org.keyhopper.store.internal;

import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.keyhopper.core.request.StoreException;

/** Several connections to one database, each used by one transaction at a time. */
final class DatabasePool implements AutoCloseable {

    private static final int SECONDS = 10;

    private final List<Database> all;
    private final BlockingQueue<Database> idle;

    DatabasePool(List<Database> databases) {
        all = List.copyOf(databases);
        idle = new ArrayBlockingQueue<>(all.size(), false, all);
    }

    <T> T write(Database.Work<T> work) {
        Database database = taken();
        try {
            return database.write(work);
        } finally {
            idle.add(database);
        }
    }

    private Database taken() {
        try {
            Database database = idle.poll(SECONDS, TimeUnit.SECONDS);
            if (database == null) {
                throw new StoreException("Central's database is busy. Nothing was changed. Try again.");
            }
            return database;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreException("The wait for Central's database was interrupted. Nothing was changed.", e);
        }
    }

    @Override
    public void close() {
        all.forEach(Database::close);
    }
}
