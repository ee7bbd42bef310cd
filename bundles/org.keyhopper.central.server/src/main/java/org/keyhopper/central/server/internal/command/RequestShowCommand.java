package org.keyhopper.central.server.internal.command;

import com.google.gson.JsonObject;
import java.util.concurrent.Callable;
import org.keyhopper.core.request.ProvisioningRequest;
import org.keyhopper.core.request.RequestId;
import org.keyhopper.store.CentralDatabase;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Prints the recipients of a request with their outcomes. */
@Command(name = "show", description = "Prints one line of JSON for each recipient of a request.")
final class RequestShowCommand implements Callable<Integer> {

    @Mixin
    private ConfigurationOption configuration;

    @Parameters(paramLabel = "ID")
    private String id;

    @Override
    public Integer call() throws BadInputException {
        try (CentralDatabase database = configuration.open()) {
            ProvisioningRequest request = database.requests()
                    .find(new RequestId(id))
                    .orElseThrow(() -> new BadInputException("There is no request " + id + "."));
            request.recipients().forEach(recipient -> {
                JsonObject line = new JsonObject();
                line.addProperty("position", recipient.id().position());
                line.addProperty("user", recipient.recipient().user());
                line.addProperty("outcome", recipient.outcome().name());
                configuration.print(line);
            });
        }
        return CentralCommand.DONE;
    }
}
