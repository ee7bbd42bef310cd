package org.keyhopper.host.internal.command;

import java.util.Optional;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.core.vault.TrivialPin;

/**
 * Obtains PINs from the environment variable named by an option, else from the user. Never from the command line
 * itself.
 */
record PinOptions(PinEntry entry) {

    /** Longer digits are no PIN at all, which the device reports. */
    private static final int MOST_DIGITS = 63;

    /** Returns the current PIN; closed by the caller. */
    Secret existing(String option, String reference, String device) throws InputRefusedException {
        return reference.isEmpty() ? typed(option, "PIN of " + device) : named(reference);
    }

    /** Returns the new PIN, which a user must enter twice; closed by the caller. */
    Secret future(String option, String reference, String device) throws InputRefusedException {
        if (!reference.isEmpty()) {
            return notTrivial(named(reference));
        }
        Secret pin = typed(option, "New PIN for " + device);
        try (Secret again = typed(option, "Confirm PIN")) {
            if (!pin.equals(again)) {
                throw new InputRefusedException("The PINs do not match. Nothing was changed.");
            }
            return notTrivial(pin);
        } catch (InputRefusedException e) {
            pin.close();
            throw e;
        }
    }

    /**
     * Asks for consent to use the last retry; never given for a PIN from a variable, which was not entered for this
     * device.
     */
    boolean confirmLastPinAttempt(String reference, String device) {
        if (!reference.isEmpty()) {
            return false;
        }
        Optional<Secret> answer = entry.ask("Only one attempt is left for the PIN of " + device
                + ". Another wrong PIN blocks the device, and only a reset, which deletes everything on it, makes "
                + "it usable again. Type yes to use the last attempt");
        try (Secret typed = answer.orElseGet(() -> Secret.of(""))) {
            return typed.equals(Secret.of("yes"));
        }
    }

    private static Secret notTrivial(Secret pin) throws InputRefusedException {
        if (pin.codePoints() <= MOST_DIGITS && TrivialPin.matches(pin)) {
            pin.close();
            throw new InputRefusedException(
                    "This PIN is one of those guessed first: a date, a sequence or a repetition."
                            + " Nothing was changed.");
        }
        return pin;
    }

    private static Secret named(String reference) throws InputRefusedException {
        Secret pin = Secret.of(System.getenv(EnvironmentReference.variable(reference)));
        if (pin.isEmpty()) {
            throw new InputRefusedException("The PIN in " + reference + " is empty.");
        }
        return pin;
    }

    private Secret typed(String option, String question) throws InputRefusedException {
        Optional<Secret> pin = entry.ask(question);
        return pin.filter(secret -> !secret.isEmpty())
                .orElseThrow(() -> new InputRefusedException(
                        "No PIN was entered. Without a terminal, specify an environment variable: " + option
                                + " env:VARIABLE."));
    }
}
