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
                "Shows the fingerprints of the certificates for PINs that were confirmed at this station and of those that"
                        + " Central has, and confirms those after they were replaced.")
final class CentralEscrowCommand implements Callable<Integer> {

    private final CommandContext context;

    @Option(
            names = "--trust",
            paramLabel = "SHA256",
            description = "Seals PINs to Central's certificate from now on, if it has this SHA-256 fingerprint.")
    private String trusted;

    @Option(
            names = "--trust-pick-up",
            paramLabel = "SHA256",
            description =
                    "Seals copies that people pick up at Central from now on, if the certificate for them has this"
                            + " SHA-256 fingerprint.")
    private String trustedPickUp;

    CentralEscrowCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws InputRefusedException {
        CentralMembership central = context.station().central();
        if (trusted != null) {
            value(central.trustEscrow(digits(trusted)));
        }
        if (trustedPickUp != null) {
            value(central.trustPickUp(digits(trustedPickUp)));
        }
        Optional<String> now = value(central.escrow());
        Optional<String> pickUp = value(central.pickUp());
        JsonObject object = new JsonObject();
        try (Membership member = central.current().orElseThrow()) {
            member.escrow().ifPresent(it -> object.addProperty("confirmed", it));
            now.ifPresent(it -> object.addProperty("central", it));
            member.pickUp().ifPresent(it -> object.addProperty("pickUpConfirmed", it));
            pickUp.ifPresent(it -> object.addProperty("pickUpCentral", it));
            context.output().printObject(object);
            context.output().print("Confirmed here: " + member.escrow().orElse("none"));
            context.output().print("At Central: " + now.orElse("none"));
            if (pickUp.isPresent()) {
                context.output()
                        .print("For pick-up, confirmed here: " + member.pickUp().orElse("none"));
                context.output().print("For pick-up, at Central: " + pickUp.get());
            }
        }
        return ExitCode.DONE;
    }

    private static String digits(String fingerprint) {
        return fingerprint.replaceAll("[^0-9A-Fa-f]", "").toLowerCase(Locale.ROOT);
    }

    private static <T> T value(Answer<T> answer) throws InputRefusedException {
        Optional<T> result = answer.result();
        if (result.isEmpty()) {
            throw new InputRefusedException(ProblemLines.of(answer.failure().orElseThrow()));
        }
        return result.get();
    }
}
