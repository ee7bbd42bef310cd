package org.example.acme.simulator;

import java.io.IOException;
import org.keyhopper.rehearsal.printer.CardMachine;
import org.keyhopper.rehearsal.printer.ProtocolOptions;
import org.keyhopper.rehearsal.printer.ProtocolServer;
import org.keyhopper.rehearsal.printer.ProtocolServerProvider;

/** Lets the simulated card machine of the rehearsal speak Acme's protocol: {@code --skin acme}. */
public final class AcmeServerProvider implements ProtocolServerProvider {

    @Override
    public String name() {
        return "acme";
    }

    @Override
    public ProtocolServer open(CardMachine machine, ProtocolOptions options) throws IOException {
        return new AcmeServer(machine, options.port());
    }
}
