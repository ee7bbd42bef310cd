package org.keyhopper.printer.sdk.internal;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.keyhopper.testkit.printer.PrinterDriverContract;
import org.keyhopper.testkit.printer.PrinterRig;
import org.keyhopper.testkit.printer.PrinterTroubleContract;

/** The driver for FARGO printers, in front of a stand-in for the kit in a process of its own. */
@Execution(ExecutionMode.CONCURRENT)
class FargoContractTest {

    @TempDir
    static Path kit;

    @BeforeAll
    static void install() {
        StandInKit.fargo(kit);
    }

    /** Each family, and each peculiarity with the family that is likeliest to have it. */
    enum Kind {
        DTC(FargoModel.DTC),
        INK(FargoModel.INK),
        HDP_WITH_REJECT_STATION(FargoModel.HDP.withReject()),
        DTC_THAT_HANGS_WHEN_OFF(FargoModel.DTC.hanging()),
        HDP_BUSY_AFTER_EACH_MOVEMENT(FargoModel.HDP.settlingDown());

        private final FargoModel model;

        Kind(FargoModel model) {
            this.model = model;
        }
    }

    @Nested
    @ParameterizedClass
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"DTC_THAT_HANGS_WHEN_OFF"})
    class Cards extends PrinterDriverContract {

        @Parameter
        Kind kind;

        @Override
        protected PrinterRig rig(PrinterRig.Build build) {
            return KitRig.fargo(build, kit, kind.model);
        }
    }

    /** Not INK and DTC as they are: in trouble they answer as the others do. */
    @Nested
    @ParameterizedClass
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"DTC", "INK"})
    class Trouble extends PrinterTroubleContract {

        @Parameter
        Kind kind;

        @Override
        protected PrinterRig rig(PrinterRig.Build build) {
            return KitRig.fargo(build, kit, kind.model);
        }
    }
}
