package org.keyhopper.store.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.keyhopper.core.request.StoreException;
import org.keyhopper.store.CentralBackup;
import org.keyhopper.store.CentralBackup.Contents;
import org.keyhopper.store.CentralLocation;

/** Makes backups. The database is not migrated, so that one can be made before an upgrade. */
public final class CentralCopy {

    /** The database in a backup. */
    static final String DATABASE = "central.db";

    private final CentralLocation location;
    private final Dialect dialect;

    public CentralCopy(CentralLocation location) {
        this.location = location;
        Path file = location.folder().toAbsolutePath().resolve(DATABASE);
        Optional<DatabaseAddress> address = location.address().map(DatabaseAddress::parse);
        dialect = address.isPresent() ? PostgresDialect.lockingRows(address::orElseThrow) : new SqliteDialect(file);
        if (address.isEmpty() && !Files.exists(file)) {
            throw new StoreException("There is no database yet: " + file);
        }
    }

    /** Makes a backup. */
    public Contents make(String program, Path target, Map<String, Path> files) throws IOException {
        if (Files.exists(target)) {
            throw new StoreException("There is a file already: " + target);
        }
        Map<String, Path> all = new LinkedHashMap<>(files);
        Path copy = target.resolveSibling(target.getFileName() + ".db");
        try (Connection connection = dialect.connect()) {
            Instant made = location.address().isPresent()
                    ? PostgresDialect.now(new Transaction(connection, RowProtection.NONE))
                    : Clock.systemUTC().instant();
            if (location.address().isEmpty()) {
                copy(connection, copy);
                all.put(DATABASE, copy);
            }
            Contents contents = contents(connection, made, program);
            BackupArchive.write(target, contents, all);
            return contents;
        } catch (SQLException e) {
            throw new StoreException(dialect.explain(e), e);
        } finally {
            Files.deleteIfExists(copy);
        }
    }

    /** One read transaction of SQLite: what is committed meanwhile is not in the copy, and pages of deleted rows are not. */
    private static void copy(Connection connection, Path copy) throws SQLException, IOException {
        Files.deleteIfExists(copy);
        // SQLite takes an empty file, and would create it readable for everyone.
        PrivateFiles.touch(copy);
        try (PreparedStatement vacuum = connection.prepareStatement("VACUUM INTO ?")) {
            vacuum.setString(1, copy.toString());
            vacuum.execute();
        }
    }

    private Contents contents(Connection connection, Instant made, String program) throws SQLException {
        long last = new Transaction(connection, RowProtection.NONE).last("audit");
        String database = location.address().isPresent() ? CentralBackup.POSTGRESQL : CentralBackup.SQLITE;
        return new Contents(made, program, database, Schema.version(connection), last);
    }
}
