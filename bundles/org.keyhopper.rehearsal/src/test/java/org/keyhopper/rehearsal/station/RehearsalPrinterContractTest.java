package org.keyhopper.rehearsal.station;

import org.junit.jupiter.api.Nested;
import org.keyhopper.api.printer.Encoder;
import org.keyhopper.api.printer.PrinterAddress;
import org.keyhopper.api.printer.PrinterDriver;
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
            return Rig.of(build);
        }
    }

    @Nested
    class Trouble extends PrinterFailureContract {
        @Override
        protected PrinterRig rig(PrinterRig.Build build) {
            return Rig.of(build);
        }
    }

    private static final class Rig extends SimulatorRig {

        private final MachineControl control;
        private final PrinterDriver driver;

        private Rig(CardMachine machine, MachineControl control) {
            super(control::run, control::cardsAt, control::movements);
            this.control = control;
            this.driver = new RehearsalDriver(machine);
        }

        static Rig of(Build build) {
            CardMachine machine = MachineControl.machine(build != Build.WITHOUT_REJECT_TRAY, build == Build.SLOW);
            return new Rig(machine, new MachineControl(machine));
        }

        @Override
        public PrinterDriver driver() {
            return driver;
        }

        @Override
        public PrinterAddress address() {
            return RehearsalPrinter.ADDRESS;
        }

        @Override
        public Encoder encoder() {
            return Encoder.CONTACT;
        }

        @Override
        public void close() {
            control.close();
        }
    }
}
