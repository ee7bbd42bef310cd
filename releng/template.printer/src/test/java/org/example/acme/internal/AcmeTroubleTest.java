package org.example.acme.internal;

import org.keyhopper.testkit.printer.PrinterRig;
import org.keyhopper.testkit.printer.PrinterTroubleContract;

class AcmeTroubleTest extends PrinterTroubleContract {

    @Override
    protected PrinterRig rig(PrinterRig.Build build) {
        return new AcmeRig(build);
    }
}
