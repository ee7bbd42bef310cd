package org.keyhopper.printer.evolis.internal;

import org.junit.jupiter.api.Nested;
import org.keyhopper.printer.evolis.simulator.EvolisRawSkinProvider;
import org.keyhopper.printer.evolis.simulator.EvolisServiceSkinProvider;
import org.keyhopper.rehearsal.printer.SkinOptions;
import org.keyhopper.testkit.printer.PrinterDriverContract;
import org.keyhopper.testkit.printer.PrinterRig;

/** What every driver must do, against the simulated printer. */
class DriverContractsTest {

    @Nested
    class ThroughTheService extends PrinterDriverContract {
        @Override
        protected PrinterRig rig(PrinterRig.Build build) {
            return EvolisRig.of(new EvolisServiceSkinProvider(), build, SkinOptions.plain(), "");
        }
    }

    @Nested
    class ByItsOwnLanguage extends PrinterDriverContract {
        @Override
        protected PrinterRig rig(PrinterRig.Build build) {
            return EvolisRig.of(new EvolisRawSkinProvider(), build, SkinOptions.plain(), "");
        }
    }

    @Nested
    class AskedWhetherACardIsInside extends PrinterDriverContract {
        @Override
        protected PrinterRig rig(PrinterRig.Build build) {
            return EvolisRig.of(new EvolisRawSkinProvider(), build, SkinOptions.plain(), "&presence=no-card");
        }
    }
}
