package org.keyhopper.printer.entrust.simulator;

import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
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
        Set<BidiQuirk> quirks = options.quirks().stream()
                .map(name -> BidiQuirk.valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_')))
                .collect(Collectors.toSet());
        return new BidiSkin(machine, options.encoder(), options.port(), quirks);
    }
}
