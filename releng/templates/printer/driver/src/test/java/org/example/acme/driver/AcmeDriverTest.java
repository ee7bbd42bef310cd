package org.example.acme.driver;

import org.keyhopper.testkit.printer.PrinterDriverContract;
import org.keyhopper.testkit.printer.PrinterRig;

class AcmeDriverTest extends PrinterDriverContract {

    @Override
    protected PrinterRig rig(PrinterRig.Build build) {
        return AcmeRig.of(build);
    }
}
