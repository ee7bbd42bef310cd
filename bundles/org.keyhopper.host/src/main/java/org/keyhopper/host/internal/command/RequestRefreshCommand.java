package org.keyhopper.host.internal.command;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.keyhopper.api.directory.Directory;
import org.keyhopper.api.request.Recipient;
import org.keyhopper.core.people.LookupListener;
import org.keyhopper.core.people.RecipientStatus;
import org.keyhopper.core.people.RecipientStatus.Change;
import org.keyhopper.core.request.ProvisioningRequest;
import org.keyhopper.host.internal.ExitCode;
import org.keyhopper.host.internal.output.ProblemLines;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Looks up the current state of a request's people in the directory. */
@Command(
        name = "refresh",
        description = "Shows who of a request has been deleted, disabled or renamed in the directory, and adopts new "
                + "names. Outcomes are not changed.")
final class RequestRefreshCommand implements Callable<Integer> {

    private static final LookupListener<RecipientStatus> EVERYBODY = new LookupListener<>() {
        @Override
        public void found(RecipientStatus found) {
            // Results are printed in the order of the request, not as they arrive.
        }

        @Override
        public boolean proceed() {
            return true;
        }
    };

    private final CommandContext context;

    @Parameters(paramLabel = "ID", description = "The request.")
    private String id;

    RequestRefreshCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws InputRefusedException {
        ProvisioningRequest request = context.request(id);
        List<RecipientStatus> statuses;
        try (Directory directory = DirectoryAccess.named(context, request.directory())) {
            statuses =
                    DirectoryAccess.result(context.station().people().refresh(request, directory.people(), EVERYBODY));
        }
        statuses.stream().filter(RecipientStatus::isNoteworthy).forEach(this::print);
        long changed = statuses.stream().filter(one -> !one.changes().isEmpty()).count();
        context.output().print(statuses.size() + " people looked up, " + changed + " changed.");
        boolean all = statuses.stream().allMatch(one -> one.problem().isEmpty());
        return all ? ExitCode.DONE : ExitCode.SOME_FAILED;
    }

    private void print(RecipientStatus one) {
        JsonObject json = new JsonObject();
        json.addProperty("position", one.id().position());
        json.addProperty("user", one.now().user());
        json.addProperty("displayName", one.now().displayName());
        JsonArray changes = new JsonArray();
        one.changes().stream().map(RequestRefreshCommand::wireName).sorted().forEach(changes::add);
        json.add("changes", changes);
        json.addProperty("formerUser", one.before().user());
        json.addProperty("formerName", one.before().displayName());
        one.problem()
                .ifPresent(problem -> json.addProperty("reason", problem.code().id()));
        context.output().printObject(json);
        context.output().print(one.id().position() + ". " + one.now().name() + ": " + text(one));
    }

    private static String text(RecipientStatus one) {
        return one.problem().map(ProblemLines::of).orElseGet(() -> one.changes().stream()
                .map(change -> change == Change.RENAMED ? "was " + former(one.before()) : wireName(change))
                .sorted()
                .collect(Collectors.joining(", ")));
    }

    private static String former(Recipient before) {
        return before.displayName().isEmpty() ? before.user() : before.displayName() + " (" + before.user() + ")";
    }

    private static String wireName(Change change) {
        return change.name().toLowerCase(Locale.ROOT);
    }
}
