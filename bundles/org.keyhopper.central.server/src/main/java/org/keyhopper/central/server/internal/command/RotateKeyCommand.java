package org.keyhopper.central.server.internal.command;

import com.google.gson.JsonObject;
import java.util.concurrent.Callable;
import org.keyhopper.store.MasterKeyRotation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Replaces the master key. */
@Command(
        name = "rotate-key",
        description = {
            "Replaces the master key and encrypts all secrets anew. No instance may be running.",
            "Several computers with one database: copy the new key to the others before they start."
        })
final class RotateKeyCommand implements Callable<Integer> {

    @Mixin
    private ConfigurationOption configuration;

    @Override
    public Integer call() throws BadInputException {
        MasterKeyRotation rotated =
                MasterKeyRotation.rotate(configuration.read().location(), ConfigurationOption.caller());
        JsonObject line = new JsonObject();
        line.addProperty("event", "key-rotated");
        line.addProperty("secrets", rotated.secrets());
        line.addProperty("before", rotated.retired().toString());
        line.addProperty("note", "Backups made before need the key from before. Keep a copy of the new one elsewhere.");
        configuration.print(line);
        return CentralCommand.DONE;
    }
}
