package org.keyhopper.printer.matica.driver;

import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.keyhopper.api.printer.Encoder;
import org.keyhopper.printer.matica.simulator.XidQuirk;
import org.keyhopper.rehearsal.printer.ProtocolOptions;
import org.keyhopper.testkit.printer.PrinterDriverContract;
import org.keyhopper.testkit.printer.PrinterFailureContract;
import org.keyhopper.testkit.printer.PrinterRig;

/** The driver contract, against the simulated printer. */
@Execution(ExecutionMode.CONCURRENT)
class MaticaContractTest {

    @Nested
    @ParameterizedClass
    @EnumSource
    class Cards extends PrinterDriverContract {

        @Parameter
        XidQuirk quirk;

        @Override
        protected PrinterRig rig(PrinterRig.Build build) {
            return MaticaRig.of(build, with(quirk));
        }
    }

    @Nested
    @ParameterizedClass
    @EnumSource
    class Failures extends PrinterFailureContract {

        @Parameter
        XidQuirk quirk;

        @Override
        protected PrinterRig rig(PrinterRig.Build build) {
            return MaticaRig.of(build, with(quirk));
        }
    }

    private static ProtocolOptions with(XidQuirk quirk) {
        return new ProtocolOptions(0, Encoder.CONTACTLESS, Set.of(quirk.word()));
    }
}
