package org.keyhopper.central.server.internal.command;

import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.keyhopper.central.audit.AuditAction;
import org.keyhopper.central.audit.AuditEvent;
import org.keyhopper.store.CentralBackup;
import org.keyhopper.store.CentralDatabase;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Restores a backup, or ends the check of people that follows. */
@Command(
        name = "restore",
        description = {
            "Restores a backup. No instance may be running. PostgreSQL's database is restored with pg_restore before.",
            "Claims that were open become UNCLEAR; codes, sign-ins, access tokens and links of invitations end. Until the"
                    + " check is ended, a person with a passkey that may have been registered since is not provisioned"
                    + " again."
        })
final class RestoreCommand implements Callable<Integer> {

    @Mixin
    private ConfigurationOption configuration;

    @ArgGroup(multiplicity = "1")
    private Work work;

    /** What to do. */
    private static final class Work {

        @Parameters(paramLabel = "FILE", description = "A file made by backup.")
        private Path archive;

        @Option(
                names = "--end-check",
                description = "Ends the check: all people were compared with their directories since.")
        private boolean endCheck;
    }

    @Override
    public Integer call() throws BadInputException {
        JsonObject line = work.endCheck ? ended() : restored();
        configuration.print(line);
        return CentralCommand.DONE;
    }

    private JsonObject restored() throws BadInputException {
        CentralBackup.Restored restored =
                CentralBackup.restore(configuration.read().location(), work.archive, ConfigurationOption.caller());
        JsonObject line = new JsonObject();
        line.addProperty("event", "restored");
        line.addProperty("made", restored.contents().made().toString());
        line.addProperty("unclear", restored.unclear());
        restored.replaced().ifPresent(folder -> line.addProperty("before", folder.toString()));
        line.addProperty(
                "note",
                "Stations that were revoked after the backup must be revoked again. Codes of administrators and for"
                        + " emergencies are not valid any more: operator code and operator code --break-glass make new"
                        + " ones. Reconcile the people, then run restore --end-check.");
        return line;
    }

    private JsonObject ended() throws BadInputException {
        try (CentralDatabase database = configuration.open()) {
            int ended = database.store().write(in -> {
                int count = in.restorations().end();
                in.audit().append(AuditEvent.done(ConfigurationOption.caller(), AuditAction.RESTORED, "check-ended"));
                return count;
            });
            JsonObject line = new JsonObject();
            line.addProperty("event", "check-ended");
            line.addProperty("restorations", ended);
            return line;
        }
    }
}
