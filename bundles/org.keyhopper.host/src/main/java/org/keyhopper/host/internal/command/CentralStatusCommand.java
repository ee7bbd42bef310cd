package org.keyhopper.host.internal.command;

import com.google.gson.JsonObject;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.core.central.CentralAccess;
import org.keyhopper.core.central.Membership;
import org.keyhopper.host.internal.ExitCode;
import org.keyhopper.host.internal.output.ProblemLines;
import picocli.CommandLine.Command;

/** Shows the membership. */
@Command(name = "status", description = "Shows whether this station has joined a Central, and whether that answers.")
final class CentralStatusCommand implements Callable<Integer> {

    private final CommandContext context;

    CentralStatusCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws InputRefusedException {
        Optional<Membership> member = context.station().central().current();
        if (member.isEmpty()) {
            JsonObject none = new JsonObject();
            none.addProperty("joined", false);
            context.output().printObject(none);
            context.output().print("This station has not joined a Central.");
            return ExitCode.DONE;
        }
        CentralLines.print(member.get(), context.output());
        Answer<CentralAccess> access = context.station().central().check();
        if (access.failure().isPresent()) {
            throw new InputRefusedException(ProblemLines.of(access.failure().get()));
        }
        access.result().flatMap(CentralAccess::operator).ifPresent(name -> context.output()
                .print("Signed in: " + name));
        int requests = context.station().requests().list().size();
        context.output().print("Central answers. Requests: " + requests);
        return ExitCode.DONE;
    }
}
