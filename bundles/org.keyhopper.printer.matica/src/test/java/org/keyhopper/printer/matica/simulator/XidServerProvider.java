package org.keyhopper.printer.matica.simulator;

import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.keyhopper.rehearsal.printer.CardMachine;
import org.keyhopper.rehearsal.printer.ProtocolOptions;
import org.keyhopper.rehearsal.printer.ProtocolServer;
import org.keyhopper.rehearsal.printer.ProtocolServerProvider;

/** The protocol of XID printers. */
public final class XidServerProvider implements ProtocolServerProvider {

    @Override
    public String name() {
        return "xid";
    }

    @Override
    public ProtocolServer open(CardMachine machine, ProtocolOptions options) throws IOException {
        Set<XidQuirk> quirks = options.quirks().stream()
                .map(name -> XidQuirk.valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_')))
                .collect(Collectors.toSet());
        return new XidServer(machine, options.port(), quirks);
    }
}
