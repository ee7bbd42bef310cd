package org.keyhopper.printer.sdk.internal;

import org.keyhopper.api.printer.PrinterDriver;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** IDP SMART printers: says what is missing. */
@Component(service = PrinterDriver.class)
public final class IdpDriver extends UndrivenPrinters {

    @Activate
    public IdpDriver() {
        super("idp", "IDP SMART", Makers.IDP);
    }
}
