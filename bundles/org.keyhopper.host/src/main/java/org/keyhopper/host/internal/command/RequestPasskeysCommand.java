package org.keyhopper.host.internal.command;

import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.directory.Directory;
import org.keyhopper.api.directory.DirectoryUser;
import org.keyhopper.core.people.HeldPasskey;
import org.keyhopper.core.people.HeldPasskeys;
import org.keyhopper.core.request.ProvisioningRequest;
import org.keyhopper.core.request.RecipientState;
import org.keyhopper.host.internal.ExitCode;
import org.keyhopper.host.internal.output.ProblemLines;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lists the passkeys of people, or revokes one. */
@Command(
        name = "passkeys",
        description = "Lists the passkeys that people of a request currently have at the directory, and marks those "
                + "provisioned here. With --revoke, removes one.")
final class RequestPasskeysCommand implements Callable<Integer> {

    private final CommandContext context;

    @Parameters(paramLabel = "ID", description = "The request.")
    private String id;

    @Option(names = "--person", description = "Only this person: position in the request, or account.")
    private String person = "";

    @Option(names = "--revoke", paramLabel = "PASSKEY", description = "Revokes the passkey with this ID.")
    private String revoked = "";

    @Option(names = "--yes", description = "Carries it out. Without this option, only the consequences are listed.")
    private boolean yes;

    RequestPasskeysCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws InputRefusedException {
        ProvisioningRequest request = context.request(id);
        Set<Integer> positions = PersonArguments.positions(request, person.isEmpty() ? List.of() : List.of(person));
        List<RecipientState> people = request.recipients().stream()
                .filter(one ->
                        positions.isEmpty() || positions.contains(one.id().position()))
                .toList();
        if (!revoked.isEmpty() && people.size() > 1) {
            throw new InputRefusedException("Specify the owner of the passkey with --person.");
        }
        try (Directory directory = DirectoryAccess.named(context, request.directory())) {
            HeldPasskeys held = context.station().people().passkeys(request.directory(), directory.passkeys());
            boolean all = true;
            for (RecipientState one : people) {
                all &= with(directory, held, one);
            }
            return all ? ExitCode.DONE : ExitCode.SOME_FAILED;
        }
    }

    private boolean with(Directory directory, HeldPasskeys held, RecipientState one) throws InputRefusedException {
        Answer<DirectoryUser> found = directory.people().find(one.recipient().reference());
        if (!revoked.isEmpty()) {
            new PasskeyRevocation(context, held, yes).revoke(DirectoryAccess.result(found), revoked);
            return true;
        }
        Answer<List<HeldPasskey>> answer = found.flatMap(held::of);
        String name = one.id().position() + ". " + one.recipient().name();
        if (answer.failure().isPresent()) {
            context.output()
                    .printError(name + ": " + ProblemLines.of(answer.failure().get()));
            return false;
        }
        List<HeldPasskey> list = answer.result().orElseThrow();
        context.output().print(name + (list.isEmpty() ? ": none" : ""));
        list.forEach(passkey ->
                new PasskeyLines(context.output()).print(found.result().orElseThrow(), passkey));
        return true;
    }
}
