package org.keyhopper.printer.evolis.simulator;

import java.io.IOException;
import org.keyhopper.rehearsal.printer.CardMachine;
import org.keyhopper.rehearsal.printer.ProtocolOptions;
import org.keyhopper.rehearsal.printer.ProtocolServer;
import org.keyhopper.rehearsal.printer.ProtocolServerProvider;

/** The protocol of the vendor's service. */
public final class EvolisServiceServerProvider implements ProtocolServerProvider {

    @Override
    public String name() {
        return "evolis-service";
    }

    @Override
    public ProtocolServer open(CardMachine machine, ProtocolOptions options) throws IOException {
        return new EvolisServiceServer(machine, options.port(), EvolisQuirk.of(options));
    }
}
