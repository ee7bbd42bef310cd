package org.keyhopper.printer.evolis.internal;

import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.keyhopper.printer.evolis.simulator.EvolisQuirk;
import org.keyhopper.testkit.printer.PrinterDriverContract;
import org.keyhopper.testkit.printer.PrinterRig;

/** The driver contract, through a service with each quirk. */
@ParameterizedClass
@Execution(ExecutionMode.CONCURRENT)
@EnumSource(value = EvolisQuirk.class, mode = EnumSource.Mode.EXCLUDE, names = "ENCODING_FOR_EVER")
class ServiceQuirksDriverTest extends PrinterDriverContract {

    @Parameter
    EvolisQuirk quirk;

    @Override
    protected PrinterRig rig(PrinterRig.Build build) {
        return EvolisRig.service(build, quirk);
    }
}
