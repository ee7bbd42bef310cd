package org.keyhopper.printer.sdk.driver;

import org.keyhopper.api.printer.PrinterDriver;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** Magicard printers: reports what is missing. */
@Component(service = PrinterDriver.class)
public final class MagicardDriver extends UnsupportedPrinters {

    @Activate
    public MagicardDriver() {
        super("magicard", "Magicard", SdkVendors.MAGICARD);
    }
}
