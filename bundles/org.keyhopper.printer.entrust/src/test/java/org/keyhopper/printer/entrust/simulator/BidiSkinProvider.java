package org.keyhopper.printer.entrust.simulator;

import java.io.IOException;
import org.keyhopper.rehearsal.printer.CardMachine;
import org.keyhopper.rehearsal.printer.PrinterSkin;
import org.keyhopper.rehearsal.printer.SkinOptions;
import org.keyhopper.rehearsal.printer.SkinProvider;

/** The language of XPS card printers. */
public final class BidiSkinProvider implements SkinProvider {

    @Override
    public String name() {
        return "bidi";
    }

    @Override
    public PrinterSkin open(CardMachine machine, SkinOptions options) throws IOException {
        return new BidiSkin(machine, options.station(), options.port());
    }
}
