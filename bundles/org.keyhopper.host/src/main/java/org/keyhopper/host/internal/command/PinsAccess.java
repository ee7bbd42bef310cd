package org.keyhopper.host.internal.command;

import com.google.gson.JsonObject;
import java.util.Optional;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.core.journal.OperatingSystemAccount;
import org.keyhopper.core.request.ProvisioningRequest;
import org.keyhopper.core.request.RecipientId;
import org.keyhopper.core.request.RecipientState;
import org.keyhopper.core.vault.PinEscrow;
import org.keyhopper.host.internal.output.ProblemLines;

/** What the commands about PINs have in common. */
record PinsAccess(CommandContext context) {

    private static final int LEAST_CHARACTERS = 12;

    PinEscrow escrow() throws InputRefusedException {
        return context.station()
                .escrow()
                .orElseThrow(() -> new InputRefusedException(
                        "This station has joined a Central, which keeps the PINs. Use the portal of Central."));
    }

    /** Returns the account of the operating system, which records name. */
    static String account() {
        return OperatingSystemAccount.name();
    }

    static <T> T value(Answer<T> answer) throws InputRefusedException {
        Optional<T> result = answer.result();
        if (result.isEmpty()) {
            throw new InputRefusedException(ProblemLines.of(answer.failure().orElseThrow()));
        }
        return result.get();
    }

    static RecipientState person(ProvisioningRequest request, RecipientId id) {
        return request.recipients().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** Returns a password from a variable or the terminal; closed by the caller. */
    Secret password(String option, String reference, String question) throws InputRefusedException {
        Optional<Secret> password = reference.isEmpty()
                ? context.pins().ask(question)
                : Optional.of(Secret.of(System.getenv(EnvironmentReference.variable(reference))));
        return password.filter(secret -> !secret.isEmpty())
                .orElseThrow(() -> new InputRefusedException("No password was entered. Without a terminal, specify an"
                        + " environment variable: " + option + " env:VARIABLE."));
    }

    /** Refuses a new password that is too short to protect PINs in a file. */
    static void requireLong(Secret password) throws InputRefusedException {
        if (password.codePoints() < LEAST_CHARACTERS) {
            password.close();
            throw new InputRefusedException("The password has less than " + LEAST_CHARACTERS + " characters.");
        }
    }

    static JsonObject object(PinEscrow.Certificate key) {
        JsonObject object = new JsonObject();
        object.addProperty("fingerprint", key.fingerprint());
        object.addProperty("subject", subject(key));
        object.addProperty("activated", key.activated().toString());
        object.addProperty("retired", key.retired().map(Object::toString).orElse(null));
        return object;
    }

    static String subject(PinEscrow.Certificate key) {
        return key.certificate().getSubjectX500Principal().getName();
    }
}
