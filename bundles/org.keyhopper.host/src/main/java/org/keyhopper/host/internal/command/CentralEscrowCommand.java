package org.keyhopper.host.internal.command;

import com.google.gson.JsonObject;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.core.central.CentralMembership;
import org.keyhopper.core.central.Membership;
import org.keyhopper.host.internal.ExitCode;
import org.keyhopper.host.internal.output.ProblemLines;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Shows to which certificate PINs are sealed, and confirms another one. */
@Command(
        name = "escrow",
        description =
                "Shows the fingerprints of the escrow certificate that was confirmed at this station and of the one that"
                        + " Central has, and confirms that one after it was replaced.")
final class CentralEscrowCommand implements Callable<Integer> {

    private final CommandContext context;

    @Option(
            names = "--trust",
            paramLabel = "SHA256",
            description = "Seals PINs to Central's certificate from now on, if it has this SHA-256 fingerprint.")
    private String trusted;

    CentralEscrowCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws InputRefusedException {
        CentralMembership central = context.station().central();
        if (trusted != null) {
            String digits = trusted.replaceAll("[^0-9A-Fa-f]", "").toLowerCase(Locale.ROOT);
            value(central.trustEscrow(digits));
        }
        Optional<String> now = value(central.escrow());
        Optional<String> confirmed;
        try (Membership member = central.current().orElseThrow()) {
            confirmed = member.escrow();
        }
        JsonObject object = new JsonObject();
        confirmed.ifPresent(it -> object.addProperty("confirmed", it));
        now.ifPresent(it -> object.addProperty("central", it));
        context.output().printObject(object);
        context.output().print("Confirmed here: " + confirmed.orElse("none"));
        context.output().print("At Central: " + now.orElse("none"));
        return ExitCode.DONE;
    }

    private static <T> T value(Answer<T> answer) throws InputRefusedException {
        Optional<T> result = answer.result();
        if (result.isEmpty()) {
            throw new InputRefusedException(ProblemLines.of(answer.failure().orElseThrow()));
        }
        return result.get();
    }
}
