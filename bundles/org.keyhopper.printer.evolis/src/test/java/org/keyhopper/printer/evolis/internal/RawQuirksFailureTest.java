package org.keyhopper.printer.evolis.internal;

import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.keyhopper.printer.evolis.simulator.EvolisQuirk;
import org.keyhopper.testkit.printer.PrinterFailureContract;
import org.keyhopper.testkit.printer.PrinterRig;

/** The failure contract, with the native command language and each relevant quirk. */
@ParameterizedClass
@Execution(ExecutionMode.CONCURRENT)
@EnumSource(
        names = {
            "HANGS_UP_AFTER_REPLY",
            "SEGMENTED_REPLIES",
            "TERSE",
            "NO_POSITION",
            "OLD_POSITION",
            "STALE_POSITION",
            "LATE_READER"
        })
class RawQuirksFailureTest extends PrinterFailureContract {

    @Parameter
    EvolisQuirk quirk;

    @Override
    protected PrinterRig rig(PrinterRig.Build build) {
        return EvolisRig.raw(build, quirk);
    }
}
