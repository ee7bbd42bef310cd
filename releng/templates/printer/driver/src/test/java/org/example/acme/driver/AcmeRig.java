package org.example.acme.driver;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.example.acme.simulator.AcmeServerProvider;
import org.keyhopper.api.printer.Encoder;
import org.keyhopper.api.printer.PrinterAddress;
import org.keyhopper.api.printer.PrinterDriver;
import org.keyhopper.rehearsal.printer.CardMachine;
import org.keyhopper.rehearsal.printer.MachineControl;
import org.keyhopper.rehearsal.printer.ProtocolOptions;
import org.keyhopper.rehearsal.printer.ProtocolServer;
import org.keyhopper.testkit.printer.SimulatorRig;

/** The driver in front of the simulator. For a real printer, implement {@code PrinterRig} so that it tells a person what to do. */
final class AcmeRig extends SimulatorRig {

    private final MachineControl control;
    private final ProtocolServer server;
    private final String options;

    private AcmeRig(MachineControl control, ProtocolServer server, String options) {
        super(control::run, control::cardsAt, control::movements);
        this.control = control;
        this.server = server;
        this.options = options;
    }

    static AcmeRig of(Build build) {
        boolean rejects = build != Build.WITHOUT_REJECT_TRAY;
        CardMachine machine = MachineControl.machine(rejects, build == Build.SLOW);
        try {
            return new AcmeRig(
                    new MachineControl(machine),
                    new AcmeServerProvider().open(machine, ProtocolOptions.plain()),
                    rejects ? "?reject=yes" : "?reject=no");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public PrinterDriver driver() {
        return new AcmeDriver();
    }

    @Override
    public PrinterAddress address() {
        return PrinterAddress.parse(server.address() + options).result().orElseThrow();
    }

    @Override
    public Encoder encoder() {
        return Encoder.CONTACT;
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        control.close();
    }
}
