package org.keyhopper.printer.matica.simulator;

import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
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
        Set<XidQuirk> quirks = options.quirks().stream()
                .map(name -> XidQuirk.valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_')))
                .collect(Collectors.toSet());
        return new XidSkin(machine, options.port(), quirks);
    }
}
