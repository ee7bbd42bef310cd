package org.keyhopper.printer.entrust.simulator;

import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.keyhopper.rehearsal.printer.CardMachine;
import org.keyhopper.rehearsal.printer.ProtocolOptions;
import org.keyhopper.rehearsal.printer.ProtocolServer;
import org.keyhopper.rehearsal.printer.ProtocolServerProvider;

/** The protocol of XPS card printers. */
public final class BidiServerProvider implements ProtocolServerProvider {

    @Override
    public String name() {
        return "bidi";
    }

    @Override
    public ProtocolServer open(CardMachine machine, ProtocolOptions options) throws IOException {
        Set<BidiQuirk> quirks = options.quirks().stream()
                .map(name -> BidiQuirk.valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_')))
                .collect(Collectors.toSet());
        return new BidiServer(machine, options.encoder(), options.port(), quirks);
    }
}
