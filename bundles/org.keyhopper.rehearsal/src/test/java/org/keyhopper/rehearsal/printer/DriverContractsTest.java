package org.keyhopper.rehearsal.printer;

import org.junit.jupiter.api.Nested;
import org.keyhopper.testkit.printer.PrinterDriverContract;
import org.keyhopper.testkit.printer.PrinterRig;

/** Every driver that moves cards, against the simulated machine. */
class DriverContractsTest {

    @Nested
    class Matica extends PrinterDriverContract {
        @Override
        protected PrinterRig rig(PrinterRig.Build build) {
            return MachineRig.of(MachineRig.Language.XID, build);
        }
    }

    @Nested
    class Entrust extends PrinterDriverContract {
        @Override
        protected PrinterRig rig(PrinterRig.Build build) {
            return MachineRig.of(MachineRig.Language.BIDI, build);
        }
    }
}
