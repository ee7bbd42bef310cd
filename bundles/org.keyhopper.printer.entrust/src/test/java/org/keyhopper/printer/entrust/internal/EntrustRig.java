package org.keyhopper.printer.entrust.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.keyhopper.api.printer.Encoder;
import org.keyhopper.api.printer.PrinterAddress;
import org.keyhopper.api.printer.PrinterDriver;
import org.keyhopper.printer.entrust.simulator.BidiServerProvider;
import org.keyhopper.rehearsal.printer.CardMachine;
import org.keyhopper.rehearsal.printer.MachineControl;
import org.keyhopper.rehearsal.printer.ProtocolOptions;
import org.keyhopper.rehearsal.printer.ProtocolServer;
import org.keyhopper.testkit.printer.SimulatorRig;

/** The driver with a simulated printer. */
final class EntrustRig extends SimulatorRig {

    private final MachineControl control;
    private final ProtocolServer skin;
    private final PrinterAddress address;

    private EntrustRig(MachineControl control, ProtocolServer skin, String options) {
        super(control::run, control::cardsAt, control::movements);
        this.control = control;
        this.skin = skin;
        this.address =
                PrinterAddress.parse(skin.address() + "&" + options).result().orElseThrow();
    }

    static EntrustRig of(Build build, ProtocolOptions options) {
        boolean rejects = build != Build.WITHOUT_REJECT_TRAY;
        CardMachine machine = MachineControl.machine(rejects, build == Build.SLOW);
        try {
            return new EntrustRig(
                    new MachineControl(machine),
                    new BidiServerProvider().open(machine, options),
                    rejects ? "reject=yes" : "reject=no");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public PrinterDriver driver() {
        return new EntrustDriver();
    }

    @Override
    public PrinterAddress address() {
        return address;
    }

    @Override
    public Encoder encoder() {
        return Encoder.CONTACTLESS;
    }

    @Override
    public void close() {
        try {
            skin.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        control.close();
    }
}
