package org.keyhopper.ui.model.automatic;

import java.util.List;
import java.util.Optional;
import org.keyhopper.api.printer.Encoder;
import org.keyhopper.api.printer.PrinterAddress;
import org.keyhopper.core.automatic.AutomaticOrder.OnProvisioned;
import org.keyhopper.core.automatic.ReadinessCheck;
import org.keyhopper.ui.model.Notice;

/**
 * What is chosen before a run.
 *
 * @param looking whether printers are being looked for
 * @param form the choices for the printer that is selected
 * @param checks what was looked at so far
 * @param provisioned what becomes of a card that is somebody's already
 * @param provisionedText what that costs
 * @param verdict whether it can begin, in a line
 * @param canStart whether START PROVISIONING can be pressed
 */
public record SetupScreen(
        boolean looking,
        List<PrinterRow> printers,
        Optional<PrinterForm> form,
        List<DriverRow> drivers,
        List<CheckRow> checks,
        OnProvisioned provisioned,
        String provisionedText,
        Notice verdict,
        boolean canStart)
        implements AutomaticState.Screen {

    public SetupScreen {
        printers = List.copyOf(printers);
        drivers = List.copyOf(drivers);
        checks = List.copyOf(checks);
    }

    /** A printer that was found or typed; the chosen ones work at the same time. */
    public record PrinterRow(PrinterAddress address, boolean chosen, String name, String detail) {}

    /**
     * The choices for one printer.
     *
     * @param usual what happens when no reader is named, in words
     * @param byName whether a reader is named
     * @param reader its name, or a part of it
     */
    public record PrinterForm(
            PrinterAddress address, String name, Encoder encoder, String usual, boolean byName, String reader) {}

    /**
     * An installed driver, and how far it can be trusted; or a file in the folder {@code dropins} that is not used.
     *
     * @param obstacle why it reaches no printer from this computer; empty if it does
     */
    public record DriverRow(String name, String trust, String obstacle) {}

    /**
     * One line of the check list.
     *
     * @param detail what is wrong and what to do about it; may be empty
     */
    public record CheckRow(ReadinessCheck.State state, String text, String detail) {}
}
