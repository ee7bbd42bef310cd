package org.keyhopper.printer.matica.driver;

import org.keyhopper.printer.matica.simulator.XidServerProvider;
import org.keyhopper.rehearsal.printer.MachineControl;
import org.keyhopper.rehearsal.printer.ProtocolOptions;
import org.keyhopper.rehearsal.printer.SimulatedPrinter;
import org.keyhopper.testkit.printer.PrinterRig;
import org.keyhopper.testkit.printer.SimulatorRig;

/** The driver with a simulated printer. */
public final class MaticaRig {

    private MaticaRig() {}

    public static PrinterRig of(PrinterRig.Build build, ProtocolOptions options) {
        SimulatedPrinter printer = SimulatedPrinter.open(
                new XidServerProvider(),
                options,
                build != PrinterRig.Build.WITHOUT_REJECT_TRAY,
                build == PrinterRig.Build.SLOW);
        MachineControl control = printer.control();
        return new SimulatorRig(
                new MaticaDriver(),
                printer.address(),
                control::run,
                control::cardsAt,
                control::movements,
                printer::close);
    }
}
