package org.keyhopper.printer.evolis.simulator;

import java.io.IOException;
import org.keyhopper.rehearsal.printer.CardMachine;
import org.keyhopper.rehearsal.printer.ProtocolOptions;
import org.keyhopper.rehearsal.printer.ProtocolServer;
import org.keyhopper.rehearsal.printer.ProtocolServerProvider;

/** The native command language of the printer. */
public final class EvolisRawServerProvider implements ProtocolServerProvider {

    @Override
    public String name() {
        return "evolis-raw";
    }

    @Override
    public ProtocolServer open(CardMachine machine, ProtocolOptions options) throws IOException {
        return new EvolisRawServer(machine, options.port(), EvolisQuirk.of(options));
    }
}
