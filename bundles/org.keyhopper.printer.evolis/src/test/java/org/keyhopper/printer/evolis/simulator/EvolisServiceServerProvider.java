package org.keyhopper.printer.evolis.simulator;

import java.io.IOException;
import org.keyhopper.rehearsal.printer.CardMachine;
import org.keyhopper.rehearsal.printer.PrinterSkin;
import org.keyhopper.rehearsal.printer.SkinOptions;
import org.keyhopper.rehearsal.printer.SkinProvider;

/** The language of the vendor's service. */
public final class EvolisServiceSkinProvider implements SkinProvider {

    @Override
    public String name() {
        return "evolis-service";
    }

    @Override
    public PrinterSkin open(CardMachine machine, SkinOptions options) throws IOException {
        return new EvolisServiceSkin(machine, options.port(), EvolisQuirk.of(options));
    }
}
