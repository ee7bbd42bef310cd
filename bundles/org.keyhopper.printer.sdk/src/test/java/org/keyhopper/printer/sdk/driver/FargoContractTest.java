package org.keyhopper.printer.sdk.driver;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.keyhopper.printer.sdk.simulator.FargoModel;
import org.keyhopper.testkit.printer.PrinterDriverContract;
import org.keyhopper.testkit.printer.PrinterFailureContract;
import org.keyhopper.testkit.printer.PrinterRig;

/** The driver contract for FARGO printers, with a replacement of the SDK in a separate process. */
@Execution(ExecutionMode.CONCURRENT)
class FargoContractTest {

    @TempDir
    static Path kit;

    @BeforeAll
    static void install() {
        FakeSdk.fargo(kit);
    }

    /** Each family, and each quirk with the family most likely to have it. */
    enum Kind {
        DTC(FargoModel.DTC),
        INK(FargoModel.INK),
        HDP_WITH_REJECT_TRAY(FargoModel.HDP.withReject()),
        DTC_THAT_HANGS_WHEN_OFF(FargoModel.DTC.hanging()),
        HDP_BUSY_AFTER_EACH_MOVEMENT(FargoModel.HDP.settlingDown()),
        DTC_WITH_ENCODER_ON_THE_NETWORK(FargoModel.DTC.onTheNetwork());

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
            return SdkRig.fargo(build, kit, kind.model);
        }
    }

    /** Not INK and DTC: their failures are reported in the same way. */
    @Nested
    @ParameterizedClass
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"DTC", "INK"})
    class Failures extends PrinterFailureContract {

        @Parameter
        Kind kind;

        @Override
        protected PrinterRig rig(PrinterRig.Build build) {
            return SdkRig.fargo(build, kit, kind.model);
        }
    }
}
