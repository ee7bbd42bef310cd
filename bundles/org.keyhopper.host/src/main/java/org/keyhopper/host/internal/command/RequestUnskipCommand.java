package org.keyhopper.host.internal.command;

import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.keyhopper.core.request.ProvisioningRequest;
import org.keyhopper.core.request.RecipientId;
import org.keyhopper.core.request.RecipientState;
import org.keyhopper.core.request.Requests;
import org.keyhopper.host.internal.ExitCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes skipped people pending, so that the next run attempts them. */
@Command(
        name = "unskip",
        description = "Makes skipped people of a request pending again. Until then, runs leave them out.")
final class RequestUnskipCommand implements Callable<Integer> {

    private final CommandContext context;

    @Parameters(paramLabel = "ID", description = "The request.")
    private String id;

    @Option(
            names = "--person",
            paramLabel = "USER",
            description = "One of them, as named in the request; can be repeated. If omitted, all.")
    private List<String> people = new ArrayList<>();

    RequestUnskipCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws InputRefusedException {
        ProvisioningRequest request = context.request(id);
        List<Integer> positions = positions(request);
        Requests requests = context.station().requests();
        if (requests.claimed(request.id()).stream().map(RecipientId::position).anyMatch(positions::contains)) {
            throw new InputRefusedException("The request is in use by another run.");
        }
        requests.reopen(request.id(), positions);
        JsonObject json = new JsonObject();
        json.addProperty("id", request.id().value());
        json.addProperty("unskipped", positions.size());
        context.output().printObject(json);
        context.output().print(positions.size() + " people are pending again.");
        return ExitCode.DONE;
    }

    private List<Integer> positions(ProvisioningRequest request) throws InputRefusedException {
        List<RecipientState> skipped = request.skipped();
        for (String person : people) {
            if (skipped.stream().noneMatch(state -> isCalled(state, person))) {
                throw new InputRefusedException("The request has no skipped person " + person + ".");
            }
        }
        return skipped.stream()
                .filter(state -> people.isEmpty() || people.stream().anyMatch(person -> isCalled(state, person)))
                .map(state -> state.id().position())
                .toList();
    }

    private static boolean isCalled(RecipientState state, String person) {
        return state.recipient().user().equalsIgnoreCase(person)
                || state.recipient().userId().equals(person);
    }
}
