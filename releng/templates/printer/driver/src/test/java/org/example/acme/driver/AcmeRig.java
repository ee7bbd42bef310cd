package org.example.acme.driver;

import org.example.acme.simulator.AcmeServerProvider;
import org.keyhopper.rehearsal.printer.MachineControl;
import org.keyhopper.rehearsal.printer.ProtocolOptions;
import org.keyhopper.rehearsal.printer.SimulatedPrinter;
import org.keyhopper.testkit.printer.PrinterRig;
import org.keyhopper.testkit.printer.SimulatorRig;

/**
 * The driver in front of the simulator. For a real printer, implement {@link PrinterRig} so that it asks an operator to act.
 */
final class AcmeRig {

    private AcmeRig() {}

    static PrinterRig of(PrinterRig.Build build) {
        SimulatedPrinter printer = SimulatedPrinter.open(
                new AcmeServerProvider(),
                ProtocolOptions.plain(),
                build != PrinterRig.Build.WITHOUT_REJECT_TRAY,
                build == PrinterRig.Build.SLOW);
        MachineControl control = printer.control();
        return new SimulatorRig(
                new AcmeDriver(),
                printer.address(),
                control::run,
                control::cardsAt,
                control::movements,
                printer::close);
    }
}
