package org.keyhopper.store.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;
import org.keyhopper.core.request.StoreException;
import org.sqlite.JDBC;

/** SQLite in one file, in write-ahead logging mode with a flush at every commit. */
final class SqliteDialect implements Dialect {

    private static final String FULL =
            "The disk is full, so the station's data cannot be saved. Make room and try again.";

    /** The least that SQLite takes at a time for the index of its log. */
    private static final int LEAST_ROOM = 32 * 1024;

    private static final List<String> PRAGMAS = List.of(
            "PRAGMA busy_timeout = 10000",
            "PRAGMA synchronous = FULL",
            "PRAGMA fullfsync = ON",
            "PRAGMA foreign_keys = ON",
            "PRAGMA secure_delete = ON",
            "PRAGMA trusted_schema = OFF");

    private final Path file;

    SqliteDialect(Path file) {
        this.file = file;
    }

    @Override
    public Connection connect() throws SQLException {
        PrivateFiles.folder(file.getParent());
        // SQLite would create it readable for everyone.
        PrivateFiles.touch(file);
        Connection connection = new JDBC().connect("jdbc:sqlite:" + file, new Properties());
        try {
            prepare(connection);
            keepSideFilesFromOthers();
            return connection;
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    private void prepare(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String pragma : PRAGMAS) {
                statement.execute(pragma);
            }
            try (ResultSet mode = statement.executeQuery("PRAGMA journal_mode = WAL")) {
                if (!mode.next() || !"wal".equalsIgnoreCase(mode.getString(1))) {
                    throw new StoreException("The folder " + file.getParent()
                            + " cannot hold the station's data safely. Put it on a disk of this computer, not on a"
                            + " network drive.");
                }
            }
            // The first read creates the side files.
            statement.execute("SELECT count(*) FROM sqlite_master");
        }
    }

    /**
     * On POSIX, SQLite creates its side files with the mode of the database file. On Windows they inherit the
     * permissions of the folder. They exist at this point with an empty log, and remain while any process is connected.
     */
    private void keepSideFilesFromOthers() {
        for (String suffix : List.of("-wal", "-shm")) {
            Path side = file.resolveSibling(file.getFileName() + suffix);
            try {
                PrivateFiles.keepFromOthers(side);
            } catch (IOException e) {
                throw new StoreException("The rights of a file of the station's data cannot be set: " + side, e);
            }
        }
    }

    @Override
    public void begin(Connection connection, boolean writing) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(writing ? "BEGIN IMMEDIATE" : "BEGIN");
        }
    }

    /** Deleted rows are overwritten in the file, and stay in the write-ahead log until it is truncated. */
    @Override
    public void dropOldPages(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA wal_checkpoint(TRUNCATE)");
        }
    }

    /** Distinguishes by SQLite's primary result code, the low byte of the extended one. */
    @Override
    public String explain(SQLException failure) {
        return switch (failure.getErrorCode() & 0xff) {
            case 5, 6 -> "Another program has kept the station's data locked for too long. Close it and try again.";
            case 8 -> "The station's data cannot be written: " + file + " is write-protected.";
            // What cannot be mapped for want of room is an input/output error to SQLite.
            case 10 -> hasRoom() ? "The disk with the station's data reports an error. File: " + file : FULL;
            case 11, 26 -> "The file with the station's data is damaged: " + file + ". Restore it from a backup.";
            case 13 -> FULL;
            case 14, 23 -> "The file with the station's data cannot be opened: " + file;
            default -> "The station's data could not be read or saved. File: " + file;
        };
    }

    private boolean hasRoom() {
        try {
            return Files.getFileStore(file.toAbsolutePath().getParent()).getUsableSpace() >= LEAST_ROOM;
        } catch (IOException e) {
            return true;
        }
    }
}
