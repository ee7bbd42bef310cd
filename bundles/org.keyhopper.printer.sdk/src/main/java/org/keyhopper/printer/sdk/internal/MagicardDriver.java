package org.keyhopper.printer.sdk.internal;

import org.keyhopper.api.printer.PrinterDriver;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** Magicard printers: says what is missing. */
@Component(service = PrinterDriver.class)
public final class MagicardDriver extends UndrivenPrinters {

    @Activate
    public MagicardDriver() {
        super("magicard", "Magicard", Makers.MAGICARD);
    }
}
