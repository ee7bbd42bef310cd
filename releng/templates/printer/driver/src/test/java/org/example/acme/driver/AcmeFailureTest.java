package org.example.acme.driver;

import org.keyhopper.testkit.printer.PrinterFailureContract;
import org.keyhopper.testkit.printer.PrinterRig;

class AcmeFailureTest extends PrinterFailureContract {

    @Override
    protected PrinterRig rig(PrinterRig.Build build) {
        return AcmeRig.of(build);
    }
}
