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
import org.keyhopper.printer.sdk.simulator.ZebraModel;
import org.keyhopper.printer.sdk.simulator.ZebraModel.Quirk;
import org.keyhopper.testkit.printer.PrinterDriverContract;
import org.keyhopper.testkit.printer.PrinterFailureContract;
import org.keyhopper.testkit.printer.PrinterRig;

/** The driver contract for Zebra printers, with a replacement of the SDK in a separate process. */
@Execution(ExecutionMode.CONCURRENT)
class ZebraContractTest {

    @TempDir
    static Path kit;

    @BeforeAll
    static void install() {
        FakeSdk.zebra(kit);
    }

    /** Quirks that are tested together, as every test starts processes. */
    enum Kind {
        OLD(ZebraModel.with(Quirk.NO_POSITION)),
        SLOW_TO_ANSWER(ZebraModel.with(Quirk.PHASES, Quirk.CLEANS_UP, Quirk.BUSY_AT_TIMES)),
        STRICT(ZebraModel.with(Quirk.JAM_IS_AN_ERROR, Quirk.NO_REJECT_BIN));

        private final ZebraModel model;

        Kind(ZebraModel model) {
            this.model = model;
        }
    }

    @Nested
    @ParameterizedClass
    @EnumSource
    class Cards extends PrinterDriverContract {

        @Parameter
        Kind kind;

        @Override
        protected PrinterRig rig(PrinterRig.Build build) {
            return SdkRig.zebra(build, kit, kind.model);
        }
    }

    @Nested
    @ParameterizedClass
    @EnumSource
    class Failures extends PrinterFailureContract {

        @Parameter
        Kind kind;

        @Override
        protected PrinterRig rig(PrinterRig.Build build) {
            return SdkRig.zebra(build, kit, kind.model);
        }
    }
}
