package org.keyhopper.store.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.keyhopper.central.access.Caller;
import org.keyhopper.core.request.StoreException;
import org.keyhopper.store.CentralBackup;
import org.keyhopper.store.CentralBackup.Contents;
import org.keyhopper.store.CentralBackup.Restored;
import org.keyhopper.store.CentralLocation;

/**
 * Restores a backup. That of a file is prepared beside the database and takes its place in one step, so that no instance
 * ever serves from one whose fencing numbers and claims are those of the time of the backup.
 */
public final class CentralRestore {

    private static final List<String> SIDE_FILES = List.of("-wal", "-shm");

    private final CentralLocation location;
    private final Path folder;
    private final Caller caller;

    public CentralRestore(CentralLocation location, Caller caller) {
        this.location = location;
        this.caller = caller;
        folder = location.folder().toAbsolutePath();
    }

    /** Restores. */
    public Restored restore(Path archive) throws IOException {
        Contents contents = BackupArchive.contents(archive);
        String ours = location.address().isPresent() ? CentralBackup.POSTGRESQL : CentralBackup.SQLITE;
        if (!contents.database().equals(ours)) {
            throw new StoreException("The backup is of a database of the kind " + contents.database()
                    + ", and the configuration names one of the kind " + ours + ". Nothing was changed.");
        }
        return location.address().isPresent() ? onServer(contents) : inFile(archive, contents);
    }

    private Restored onServer(Contents contents) {
        int unclear = afterwards(location, contents);
        return new Restored(contents, unclear, Optional.empty());
    }

    private Restored inFile(Path archive, Contents contents) throws IOException {
        PrivateFiles.folder(folder);
        refuseWhileServing();
        Path prepared = folder.resolve("restoring");
        remove(prepared);
        PrivateFiles.folder(prepared);
        BackupArchive.extract(archive, CentralCopy.DATABASE, prepared.resolve(CentralCopy.DATABASE));
        Path key = location.keyFile().orElse(folder.resolve("station.key"));
        int unclear = afterwards(new CentralLocation(prepared, Optional.empty(), Optional.of(key)), contents);
        requireIntact(prepared.resolve(CentralCopy.DATABASE));
        Optional<Path> replaced = setAside();
        Files.move(
                prepared.resolve(CentralCopy.DATABASE),
                folder.resolve(CentralCopy.DATABASE),
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
        remove(prepared);
        return new Restored(contents, unclear, replaced);
    }

    private int afterwards(CentralLocation of, Contents contents) {
        try (CentralContext context = CentralContext.at(of, Clock.systemUTC())) {
            context.records().open();
            if (context.records().masterKey().isChosen()) {
                // Refuses the wrong key before anything is replaced.
                context.records().masterKey().seal();
            }
            return new RestoredDatabase(context).settle(contents, caller);
        }
    }

    private void refuseWhileServing() throws IOException {
        Path running = folder.resolve("running");
        if (!Files.isDirectory(running)) {
            return;
        }
        FileLiveness liveness = new FileLiveness(running);
        try (var signs = Files.list(running)) {
            for (Path sign : signs.toList()) {
                if (liveness.lives(null, sign.getFileName().toString())) {
                    throw new StoreException(
                            "Keyhopper Central is running. Stop it first, then restore. Nothing was changed.");
                }
            }
        }
    }

    private static void requireIntact(Path database) {
        try (Connection connection = new SqliteDialect(database).connect();
                Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery("PRAGMA integrity_check")) {
            if (!answer.next() || !"ok".equals(answer.getString(1))) {
                throw new StoreException("The database in the backup is damaged. Nothing was changed.");
            }
        } catch (SQLException e) {
            throw new StoreException("The database in the backup cannot be read. Nothing was changed.", e);
        }
    }

    /** Copies the database that is replaced; a log of its last changes must not meet the restored one. */
    private Optional<Path> setAside() throws IOException {
        Path current = folder.resolve(CentralCopy.DATABASE);
        if (!Files.exists(current)) {
            return Optional.empty();
        }
        Path aside = Files.createTempDirectory(folder, "replaced-", PrivateFiles.rights(folder, "rwx------"));
        Files.copy(current, aside.resolve(CentralCopy.DATABASE), StandardCopyOption.COPY_ATTRIBUTES);
        for (String suffix : SIDE_FILES) {
            Path side = folder.resolve(CentralCopy.DATABASE + suffix);
            if (Files.exists(side)) {
                Files.copy(side, aside.resolve(side.getFileName()), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
        for (String suffix : SIDE_FILES) {
            Files.deleteIfExists(folder.resolve(CentralCopy.DATABASE + suffix));
        }
        return Optional.of(aside);
    }

    private static void remove(Path prepared) throws IOException {
        if (Files.isDirectory(prepared)) {
            try (var files = Files.walk(prepared)) {
                for (Path file :
                        files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
