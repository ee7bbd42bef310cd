package org.keyhopper.printer.sdk.internal;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;
import org.keyhopper.testkit.printer.PrinterDriverContract;
import org.keyhopper.testkit.printer.PrinterRig;
import org.keyhopper.testkit.printer.PrinterTroubleContract;

/** The driver for Zebra printers, in front of a stand-in for the kit in a process of its own. */
class ZebraContractTest {

    @TempDir
    static Path kit;

    @BeforeAll
    static void install() {
        StandInKit.zebra(kit);
    }

    @Nested
    class Cards extends PrinterDriverContract {
        @Override
        protected PrinterRig rig(PrinterRig.Build build) {
            return KitRig.zebra(build, kit);
        }
    }

    @Nested
    class Trouble extends PrinterTroubleContract {
        @Override
        protected PrinterRig rig(PrinterRig.Build build) {
            return KitRig.zebra(build, kit);
        }
    }
}
