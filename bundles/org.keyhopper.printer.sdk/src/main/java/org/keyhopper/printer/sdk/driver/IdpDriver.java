package org.keyhopper.printer.sdk.driver;

import org.keyhopper.api.printer.PrinterDriver;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** IDP SMART printers: reports what is missing. */
@Component(service = PrinterDriver.class)
public final class IdpDriver extends UnsupportedPrinters {

    @Activate
    public IdpDriver() {
        super("idp", "IDP SMART", SdkVendors.IDP);
    }
}
