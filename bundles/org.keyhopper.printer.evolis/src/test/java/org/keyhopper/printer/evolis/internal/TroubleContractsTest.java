package org.keyhopper.printer.evolis.internal;

import org.junit.jupiter.api.Nested;
import org.keyhopper.printer.evolis.simulator.EvolisRawSkinProvider;
import org.keyhopper.printer.evolis.simulator.EvolisServiceSkinProvider;
import org.keyhopper.rehearsal.printer.SkinOptions;
import org.keyhopper.testkit.printer.PrinterRig;
import org.keyhopper.testkit.printer.PrinterTroubleContract;

/** What every driver must do when something goes wrong, against the simulated printer. */
class TroubleContractsTest {

    @Nested
    class ThroughTheService extends PrinterTroubleContract {
        @Override
        protected PrinterRig rig(PrinterRig.Build build) {
            return EvolisRig.of(new EvolisServiceSkinProvider(), build, SkinOptions.plain(), "");
        }
    }

    @Nested
    class ByItsOwnLanguage extends PrinterTroubleContract {
        @Override
        protected PrinterRig rig(PrinterRig.Build build) {
            return EvolisRig.of(new EvolisRawSkinProvider(), build, SkinOptions.plain(), "");
        }
    }

    @Nested
    class AskedWhetherACardIsInside extends PrinterTroubleContract {
        @Override
        protected PrinterRig rig(PrinterRig.Build build) {
            return EvolisRig.of(new EvolisRawSkinProvider(), build, SkinOptions.plain(), "&presence=no-card");
        }
    }
}
