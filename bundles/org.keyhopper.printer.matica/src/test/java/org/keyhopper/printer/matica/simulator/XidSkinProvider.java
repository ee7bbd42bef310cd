package org.keyhopper.printer.matica.simulator;

import java.io.IOException;
import org.keyhopper.rehearsal.printer.CardMachine;
import org.keyhopper.rehearsal.printer.PrinterSkin;
import org.keyhopper.rehearsal.printer.SkinOptions;
import org.keyhopper.rehearsal.printer.SkinProvider;

/** The language of XID printers. */
public final class XidSkinProvider implements SkinProvider {

    @Override
    public String name() {
        return "xid";
    }

    @Override
    public PrinterSkin open(CardMachine machine, SkinOptions options) throws IOException {
        return new XidSkin(machine, options.port());
    }
}
