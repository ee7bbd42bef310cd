package org.keyhopper.rehearsal.printer;

import java.io.IOException;

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
