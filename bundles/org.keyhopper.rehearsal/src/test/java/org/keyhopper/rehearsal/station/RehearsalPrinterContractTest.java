package org.keyhopper.rehearsal.station;

import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.keyhopper.rehearsal.printer.CardMachine;
import org.keyhopper.rehearsal.printer.MachineControl;
import org.keyhopper.testkit.printer.PrinterDriverContract;
import org.keyhopper.testkit.printer.PrinterFailureContract;
import org.keyhopper.testkit.printer.PrinterRig;
import org.keyhopper.testkit.printer.SimulatorRig;

/** The rehearsal's printer meets the driver contract. */
class RehearsalPrinterContractTest {

    @Nested
    class Cards extends PrinterDriverContract {
        @Override
        protected PrinterRig rig(PrinterRig.Build build) {
            return rigOf(build);
        }
    }

    @Nested
    class Failures extends PrinterFailureContract {
        @Override
        protected PrinterRig rig(PrinterRig.Build build) {
            return rigOf(build);
        }
    }

    private static PrinterRig rigOf(PrinterRig.Build build) {
        CardMachine machine =
                MachineControl.machine(build != PrinterRig.Build.WITHOUT_REJECT_TRAY, build == PrinterRig.Build.SLOW);
        MachineControl control = new MachineControl(machine);
        return new SimulatorRig(
                new RehearsalDriver(Map.of(RehearsalPrinter.ADDRESS.location(), machine)),
                RehearsalPrinter.ADDRESS,
                control::run,
                control::cardsAt,
                control::movements,
                control::close);
    }
}
