package org.keyhopper.rehearsal.printer;

import org.junit.jupiter.api.Nested;
import org.keyhopper.testkit.printer.PrinterRig;
import org.keyhopper.testkit.printer.PrinterTroubleContract;

/** Every driver that moves cards, against the simulated machine. */
class TroubleContractsTest {

    @Nested
    class Matica extends PrinterTroubleContract {
        @Override
        protected PrinterRig rig(PrinterRig.Build build) {
            return MachineRig.of(MachineRig.Language.XID, build);
        }
    }

    @Nested
    class Entrust extends PrinterTroubleContract {
        @Override
        protected PrinterRig rig(PrinterRig.Build build) {
            return MachineRig.of(MachineRig.Language.BIDI, build);
        }
    }
}
