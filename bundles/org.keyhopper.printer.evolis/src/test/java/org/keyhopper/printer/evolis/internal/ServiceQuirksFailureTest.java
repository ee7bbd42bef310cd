package org.keyhopper.printer.evolis.internal;

import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.keyhopper.printer.evolis.simulator.EvolisQuirk;
import org.keyhopper.testkit.printer.PrinterRig;
import org.keyhopper.testkit.printer.PrinterTroubleContract;

/** What every driver must do when something goes wrong, through a service with each quirk. */
@ParameterizedClass
@Execution(ExecutionMode.CONCURRENT)
@EnumSource(EvolisQuirk.class)
class ServiceQuirksTroubleTest extends PrinterTroubleContract {

    @Parameter
    EvolisQuirk quirk;

    @Override
    protected PrinterRig rig(PrinterRig.Build build) {
        return EvolisRig.service(build, quirk);
    }
}
