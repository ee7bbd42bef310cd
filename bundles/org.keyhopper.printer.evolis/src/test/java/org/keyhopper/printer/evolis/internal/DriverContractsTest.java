package org.keyhopper.printer.evolis.internal;

import org.junit.jupiter.api.Nested;
import org.keyhopper.printer.evolis.simulator.EvolisQuirk;
import org.keyhopper.testkit.printer.PrinterDriverContract;
import org.keyhopper.testkit.printer.PrinterRig;

/** The driver contract, against the simulated printer with and without quirks. */
class DriverContractsTest {

    @Nested
    class ThroughTheService extends PrinterDriverContract {
        @Override
        protected PrinterRig rig(PrinterRig.Build build) {
            return EvolisRig.service(build);
        }
    }

    @Nested
    class ThroughAnotherService extends PrinterDriverContract {
        @Override
        protected PrinterRig rig(PrinterRig.Build build) {
            return EvolisRig.service(
                    build,
                    EvolisQuirk.HANGS_UP_AFTER_REPLY,
                    EvolisQuirk.SEGMENTED_REPLIES,
                    EvolisQuirk.LAGGING_STATE,
                    EvolisQuirk.BARE_NAMES,
                    EvolisQuirk.BUSY_WITH_CARD,
                    EvolisQuirk.STATUS_IN_BASE64,
                    EvolisQuirk.STATUS_OFF_AT_FIRST,
                    EvolisQuirk.STALE_POSITION);
        }
    }

    @Nested
    class ByItsOwnLanguage extends PrinterDriverContract {
        @Override
        protected PrinterRig rig(PrinterRig.Build build) {
            return EvolisRig.raw(build);
        }
    }

    @Nested
    class AsIn2003 extends PrinterDriverContract {
        @Override
        protected PrinterRig rig(PrinterRig.Build build) {
            return EvolisRig.raw(build, EvolisQuirk.OLD_POSITION, EvolisQuirk.SEGMENTED_REPLIES, EvolisQuirk.TERSE);
        }
    }

    @Nested
    class WithoutPosition extends PrinterDriverContract {
        @Override
        protected PrinterRig rig(PrinterRig.Build build) {
            return EvolisRig.raw(build, EvolisQuirk.NO_POSITION, EvolisQuirk.TERSE);
        }
    }
}
