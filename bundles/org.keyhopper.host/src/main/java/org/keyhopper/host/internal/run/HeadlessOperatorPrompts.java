package org.keyhopper.host.internal.run;

import java.io.Console;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;
import org.keyhopper.api.device.DeviceProblem;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.request.DeviceConfirmation;
import org.keyhopper.api.request.Instruction;
import org.keyhopper.api.request.OperatorPrompts;
import org.keyhopper.api.request.PinQuestion;
import org.keyhopper.api.settings.Secret;

/**
 * Answers the prompts of a run: PINs come from an environment variable or, if there is a terminal, from the keyboard.
 * A variable holds a single PIN, so it is not used after a PIN was rejected, nor for the last retry.
 */
public final class HeadlessOperatorPrompts implements OperatorPrompts {

    private final String variable;
    private final Consumer<Problem> note;
    private final Optional<DeviceConfirmation> confirmation;

    /**
     * @param variable the environment variable with the PIN, or empty for the keyboard
     * @param note receives why a PIN is asked for again
     * @param confirmation asks the operator to confirm a device, if possible
     */
    public HeadlessOperatorPrompts(String variable, Consumer<Problem> note, Optional<DeviceConfirmation> confirmation) {
        this.variable = variable;
        this.note = note;
        this.confirmation = confirmation;
    }

    @Override
    public Optional<Secret> enterPin(PinQuestion question) {
        return variable.isEmpty() ? fromTerminal(question) : fromEnvironment(question);
    }

    @Override
    public boolean confirmLastPinAttempt(PinQuestion question) {
        Console console = System.console();
        if (!variable.isEmpty() || console == null) {
            return false;
        }
        note.accept(Problem.of(DeviceProblem.PIN_LAST_TRY));
        String answer = console.readLine("Type yes to use the last attempt for %s: ", question.person());
        return answer != null && answer.strip().equalsIgnoreCase("yes");
    }

    @Override
    public void instruct(Instruction instruction) {
        // The run's output shows the instruction.
    }

    @Override
    public Optional<DeviceConfirmation> deviceConfirmation() {
        return confirmation;
    }

    private Optional<Secret> fromEnvironment(PinQuestion question) {
        return question.refusal().isPresent()
                ? Optional.empty()
                : Optional.ofNullable(System.getenv(variable)).map(Secret::of);
    }

    private Optional<Secret> fromTerminal(PinQuestion question) {
        Console console = System.console();
        if (console == null) {
            return Optional.empty();
        }
        question.refusal().ifPresent(note);
        String kind = question.kind() == PinQuestion.Kind.NEW ? "New PIN for" : "PIN of the device for";
        if (question.kind() == PinQuestion.Kind.NEW) {
            console.printf("%s%n", rules(question));
        }
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

    private static String rules(PinQuestion question) {
        String general = "At least " + question.minimumLength() + " characters; no dates, sequences or repetitions.";
        return question.complexity()
                .map(policy -> general + " The device demands more"
                        + policy.url().map(url -> ": " + url).orElse("."))
                .orElse(general);
    }
}
