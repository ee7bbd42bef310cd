package org.keyhopper.host.internal.run;

import java.io.Console;
import java.util.Optional;
import org.keyhopper.api.request.DeviceConfirmation;
import org.keyhopper.api.request.DeviceLabel;
import org.keyhopper.api.request.DeviceQuestion;
import org.keyhopper.host.internal.output.Output;

/** Asks the user at the terminal to confirm a device. */
public record TerminalConfirmation(Console console) implements DeviceConfirmation {

    /** The input for a device without a printed label. */
    private static final String NONE = "none";

    /** Returns a confirmation if there is a terminal and the output is not JSON. */
    public static Optional<DeviceConfirmation> withOutput(Output output) {
        return Terminal.console().filter(console -> !output.isJson()).map(TerminalConfirmation::new);
    }

    @Override
    public Optional<DeviceLabel> ask(DeviceQuestion question) {
        String typed = console.readLine(
                "Keyhopper cannot distinguish this %s from another of the same model.%nEnter the number printed "
                        + "on it, or \"%s\" if nothing is printed on it and you kept it in your hand. Press Enter to "
                        + "cancel: ",
                question.model(), NONE);
        return typed == null || typed.isBlank() ? Optional.empty() : Optional.of(label(typed.strip()));
    }

    static DeviceLabel label(String typed) {
        return typed.equalsIgnoreCase(NONE) ? new DeviceLabel.NothingPrinted() : new DeviceLabel.Printed(typed);
    }
}
