package org.keyhopper.printer.sdk.internal;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.keyhopper.printer.sdk.internal.ZebraModel.Quirk;
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
    @ParameterizedClass
    @EnumSource
    class Cards extends PrinterDriverContract {

        @Parameter
        Quirk quirk;

        @Override
        protected PrinterRig rig(PrinterRig.Build build) {
            return KitRig.zebra(build, kit, ZebraModel.with(quirk));
        }
    }

    @Nested
    @ParameterizedClass
    @EnumSource
    class Trouble extends PrinterTroubleContract {

        @Parameter
        Quirk quirk;

        @Override
        protected PrinterRig rig(PrinterRig.Build build) {
            return KitRig.zebra(build, kit, ZebraModel.with(quirk));
        }
    }
}
