package org.keyhopper.host.internal.command;

import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.keyhopper.host.internal.ExitCode;
import org.keyhopper.transport.helper.DeviceProxy;
import org.keyhopper.transport.helper.HelperEnd;
import org.keyhopper.transport.helper.HelperOptions;
import org.keyhopper.transport.helper.HelperRefusedException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Makes this computer's readers and keys available to a Keyhopper process whose account has no access to them. */
@Command(
        name = "helper",
        description = "Run as administrator: gives the Keyhopper of one user access to the readers and keys of this "
                + "computer, and to nothing else. Ends when that Keyhopper ends.")
final class HelperCommand implements Callable<Integer> {

    private final CommandContext context;

    @Option(
            names = "--for",
            required = true,
            paramLabel = "USER",
            description =
                    "The account of the user. On Windows, include the domain if several accounts have that name, as "
                            + "in CORP\\anna; without it, a local account is preferred.")
    private String user;

    @Option(
            names = "--at",
            paramLabel = "FOLDER",
            description =
                    "The folder to create and wait in; no one else may have write access to its parent. The user's"
                            + " Keyhopper needs it in the variable KEYHOPPER_HELPER. Without this option, a default folder"
                            + " is used.")
    private Path folder;

    @Option(
            names = "--wait",
            paramLabel = "SECONDS",
            defaultValue = "600",
            description = "How long to wait for that Keyhopper (default ${DEFAULT-VALUE}).")
    private int seconds;

    HelperCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws InputRefusedException {
        HelperOptions options = new HelperOptions(
                user, Optional.ofNullable(folder).map(Path::toAbsolutePath), Duration.ofSeconds(seconds));
        try {
            ended(context.services().helper().serve(options, new EventPrinter()));
            return ExitCode.DONE;
        } catch (HelperRefusedException refused) {
            throw new InputRefusedException(refused.getMessage());
        }
    }

    private void ended(HelperEnd end) {
        event("ended", "reason", end.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        context.output()
                .print(
                        end == HelperEnd.TIMED_OUT
                                ? "No connection; the helper ends."
                                : "Keyhopper has disconnected; the helper ends.");
    }

    private void event(String event, String key, String value) {
        JsonObject json = new JsonObject();
        json.addProperty("event", event);
        json.addProperty(key, value);
        context.output().printObject(json);
    }

    private final class EventPrinter implements DeviceProxy.Follower {
        @Override
        public void ready(Path place) {
            event("ready", "folder", place.toString());
            context.output().print("Waiting for the Keyhopper of " + user + ". Keep this running.");
        }

        @Override
        public void connected() {
            event("connected", "user", user);
            context.output().print("The Keyhopper of " + user + " is connected.");
        }
    }
}
