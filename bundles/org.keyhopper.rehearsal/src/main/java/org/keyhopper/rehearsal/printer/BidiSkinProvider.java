package org.keyhopper.rehearsal.printer;

import java.io.IOException;

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
