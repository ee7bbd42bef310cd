package org.keyhopper.rehearsal.station;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.printer.CardPrinter;
import org.keyhopper.api.printer.DiscoveredPrinter;
import org.keyhopper.api.printer.DriverDescription;
import org.keyhopper.api.printer.PrinterAddress;
import org.keyhopper.api.printer.PrinterDriver;
import org.keyhopper.api.printer.PrinterException;
import org.keyhopper.api.printer.PrinterProblem;
import org.keyhopper.api.printer.Provenance;
import org.keyhopper.api.settings.SettingsDescription;
import org.keyhopper.api.transport.Deadline;
import org.keyhopper.rehearsal.printer.CardMachine;
import org.keyhopper.rehearsal.printer.MachineCondition;

/** The driver for simulated printers in memory. */
final class RehearsalDriver implements PrinterDriver {

    private static final String ID = "rehearsal";

    private static final DriverDescription DESCRIPTION = new DriverDescription(
            ID,
            "Rehearsal printer",
            Set.of(ID),
            new SettingsDescription(List.of()),
            new Provenance(Provenance.Source.NOTHING_NEEDED, Provenance.TestedOn.SIMULATOR, ""));

    private final Map<String, CardMachine> machines;

    /** @param machines the printers by the location in their address */
    RehearsalDriver(Map<String, CardMachine> machines) {
        this.machines = Map.copyOf(machines);
    }

    /** Returns the address of the printer at this location. */
    static PrinterAddress address(String location) {
        return PrinterAddress.of(ID, location);
    }

    @Override
    public DriverDescription description() {
        return DESCRIPTION;
    }

    @Override
    public Optional<Problem> obstacle() {
        return Optional.empty();
    }

    @Override
    public List<DiscoveredPrinter> discover(Deadline deadline) {
        return machines.keySet().stream()
                .sorted()
                .map(location -> new DiscoveredPrinter(address(location), DESCRIPTION.displayName()))
                .toList();
    }

    @Override
    public CardPrinter open(PrinterAddress address, Deadline deadline) throws PrinterException {
        CardMachine machine = machines.get(address.location());
        if (machine == null || machine.has(MachineCondition.SWITCHED_OFF)) {
            throw PrinterException.of(PrinterProblem.UNREACHABLE, address.toString());
        }
        return new MachinePrinter(machine);
    }
}
