package org.keyhopper.ui.model.automatic;

import java.util.List;
import java.util.Optional;
import org.keyhopper.api.printer.Encoder;
import org.keyhopper.api.printer.PrinterAddress;
import org.keyhopper.core.automatic.AutomaticOrder.OnProvisioned;
import org.keyhopper.core.automatic.ReadinessCheck;
import org.keyhopper.ui.model.Notice;

/**
 * The setup of a run.
 *
 * @param discovering whether printers are being discovered
 * @param form the settings of the selected printer
 * @param checks the readiness checks performed so far
 * @param provisioned the policy for cards that are already assigned
 * @param provisionedText its consequence
 * @param verdict whether the run can start
 * @param canStart whether START PROVISIONING is enabled
 */
public record SetupScreen(
        boolean discovering,
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

    /** A printer that was discovered or entered; the chosen ones run in parallel. */
    public record PrinterRow(PrinterAddress address, boolean chosen, String name, String detail) {}

    /**
     * The settings of one printer.
     *
     * @param usual which reader is used if none is named
     * @param byName whether a reader is named
     * @param reader the reader's name, or a part of it
     * @param hopper how many cards the hopper holds; 0 if they are not counted
     */
    public record PrinterForm(
            PrinterAddress address,
            String name,
            Encoder encoder,
            String usual,
            boolean byName,
            String reader,
            int hopper) {}

    /**
     * An installed driver and the provenance of its commands, or a drop-in that was not loaded.
     *
     * @param obstacle why it cannot reach a printer from this computer; empty if it can
     */
    public record DriverRow(String name, String trust, String obstacle) {}

    /**
     * One line of the check list.
     *
     * @param detail the problem and its remedy; may be empty
     * @param problem the code of the problem, if there is one
     */
    public record CheckRow(ReadinessCheck.State state, String text, String detail, Optional<String> problem) {

        public CheckRow(ReadinessCheck.State state, String text, String detail) {
            this(state, text, detail, Optional.empty());
        }
    }

    /** Returns why the run was refused, or else what the checks found. */
    @Override
    public Optional<String> problem() {
        return verdict.problem().or(() -> checks.stream()
                .flatMap(check -> check.problem().stream())
                .findFirst());
    }
}
