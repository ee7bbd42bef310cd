package org.keyhopper.host.internal.run;

import java.io.Console;
import java.util.Arrays;
import java.util.Optional;
import org.keyhopper.api.request.DeviceConfirmation;
import org.keyhopper.api.request.Instruction;
import org.keyhopper.api.request.OperatorPrompts;
import org.keyhopper.api.request.PinQuestion;
import org.keyhopper.api.settings.Secret;

/** Answers for the person: PINs from an environment variable or, where there is a terminal, from the keyboard. */
public final class HeadlessOperator implements OperatorPrompts {

    private final String variable;
    private final Optional<DeviceConfirmation> confirmation;
    private PinQuestion answered;

    /**
     * @param variable the environment variable with the PIN, or empty for the keyboard
     * @param confirmation how the operator is asked which device is in hand, if that is possible
     */
    public HeadlessOperator(String variable, Optional<DeviceConfirmation> confirmation) {
        this.variable = variable;
        this.confirmation = confirmation;
    }

    @Override
    public Optional<Secret> enterPin(PinQuestion question) {
        return variable.isEmpty() ? fromTerminal(question) : fromEnvironment(question);
    }

    @Override
    public void instruct(Instruction instruction) {
        // The run's lines tell it.
    }

    @Override
    public Optional<DeviceConfirmation> deviceConfirmation() {
        return confirmation;
    }

    /** The same PIN is never given twice for one person: the second question means that it was wrong. */
    private synchronized Optional<Secret> fromEnvironment(PinQuestion question) {
        boolean again = answered != null
                && answered.kind() == question.kind()
                && answered.person().equals(question.person());
        answered = question;
        return again
                ? Optional.empty()
                : Optional.ofNullable(System.getenv(variable)).map(Secret::of);
    }

    private static Optional<Secret> fromTerminal(PinQuestion question) {
        Console console = System.console();
        if (console == null) {
            return Optional.empty();
        }
        String kind = question.kind() == PinQuestion.Kind.NEW ? "New PIN for" : "PIN of the device for";
        char[] typed = console.readPassword("%s %s: ", kind, question.person());
        if (typed == null || typed.length == 0) {
            return Optional.empty();
        }
        try {
            return Optional.of(Secret.of(typed));
        } finally {
            Arrays.fill(typed, '\0');
        }
    }
}
