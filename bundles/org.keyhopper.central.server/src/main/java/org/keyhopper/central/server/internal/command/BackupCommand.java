package org.keyhopper.central.server.internal.command;

import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.keyhopper.central.audit.AuditAction;
import org.keyhopper.central.audit.AuditEvent;
import org.keyhopper.central.server.internal.ProgramVersion;
import org.keyhopper.central.server.internal.config.Configuration;
import org.keyhopper.store.CentralBackup;
import org.keyhopper.store.CentralDatabase;
import org.keyhopper.store.CentralInspection;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Makes a backup while the server runs. */
@Command(
        name = "backup",
        description = {
            "Makes a backup, also while the server runs.",
            "The master key is not in it: keep a copy of its file elsewhere. Of PostgreSQL, the database is not in it"
                    + " either: run pg_dump right after."
        })
final class BackupCommand implements Callable<Integer> {

    @Mixin
    private ConfigurationOption configuration;

    @Parameters(paramLabel = "FILE", description = "A new file.")
    private Path target;

    @Override
    public Integer call() throws BadInputException {
        Configuration read = configuration.read();
        Map<String, Path> files = new LinkedHashMap<>();
        files.put("central.conf", configuration.file());
        CentralBackup.Contents contents = CentralBackup.make(read.location(), ProgramVersion.text(), target, files);
        // Opening older tables would migrate them, under an older server that may be running.
        if (contents.dataVersion() == CentralInspection.of(read.location()).newest()) {
            record(contents);
        }
        JsonObject line = new JsonObject();
        line.addProperty("event", "backup");
        line.addProperty("made", contents.made().toString());
        line.addProperty("database", contents.database());
        line.addProperty("lastAuditEntry", contents.lastAuditEntry());
        line.addProperty("note", note(read, contents));
        configuration.print(line);
        return CentralCommand.DONE;
    }

    private void record(CentralBackup.Contents contents) throws BadInputException {
        try (CentralDatabase database = configuration.open()) {
            database.store().write(in -> in.audit()
                    .append(AuditEvent.done(ConfigurationOption.caller(), AuditAction.BACKUP_MADE, "database")
                            .with("made", contents.made().toString())));
        }
    }

    private static String note(Configuration read, CentralBackup.Contents contents) {
        Path key = read.operation().masterKey().orElse(read.data().resolve("station.key"));
        String ofKey = "The master key is not in it. Keep a copy of " + key + " in another place.";
        return contents.database().equals(CentralBackup.POSTGRESQL)
                ? "The database is not in it: run pg_dump now, and keep its file beside this one. " + ofKey
                : ofKey;
    }
}
