package org.keyhopper.printer.evolis.simulator;

import java.io.IOException;
import org.keyhopper.rehearsal.printer.CardMachine;
import org.keyhopper.rehearsal.printer.PrinterSkin;
import org.keyhopper.rehearsal.printer.SkinOptions;
import org.keyhopper.rehearsal.printer.SkinProvider;

/** The language of the printer itself. */
public final class EvolisRawSkinProvider implements SkinProvider {

    @Override
    public String name() {
        return "evolis-raw";
    }

    @Override
    public PrinterSkin open(CardMachine machine, SkinOptions options) throws IOException {
        return new EvolisRawSkin(machine, options.port(), EvolisQuirk.of(options));
    }
}
