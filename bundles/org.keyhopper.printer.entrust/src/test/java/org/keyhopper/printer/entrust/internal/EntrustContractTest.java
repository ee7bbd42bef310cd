package org.keyhopper.printer.entrust.internal;

import org.junit.jupiter.api.Nested;
import org.keyhopper.rehearsal.printer.SkinOptions;
import org.keyhopper.testkit.printer.PrinterDriverContract;
import org.keyhopper.testkit.printer.PrinterRig;
import org.keyhopper.testkit.printer.PrinterTroubleContract;

/** What every driver must do, against the simulated printer. */
class EntrustContractTest {

    @Nested
    class Cards extends PrinterDriverContract {
        @Override
        protected PrinterRig rig(PrinterRig.Build build) {
            return EntrustRig.of(build, SkinOptions.plain());
        }
    }

    @Nested
    class Trouble extends PrinterTroubleContract {
        @Override
        protected PrinterRig rig(PrinterRig.Build build) {
            return EntrustRig.of(build, SkinOptions.plain());
        }
    }
}
