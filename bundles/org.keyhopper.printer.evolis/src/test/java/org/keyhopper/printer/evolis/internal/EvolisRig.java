package org.keyhopper.printer.evolis.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.keyhopper.api.printer.Encoder;
import org.keyhopper.api.printer.PrinterAddress;
import org.keyhopper.api.printer.PrinterDriver;
import org.keyhopper.printer.evolis.simulator.EvolisQuirk;
import org.keyhopper.printer.evolis.simulator.EvolisRawServerProvider;
import org.keyhopper.printer.evolis.simulator.EvolisServiceServerProvider;
import org.keyhopper.rehearsal.printer.CardMachine;
import org.keyhopper.rehearsal.printer.MachineControl;
import org.keyhopper.rehearsal.printer.ProtocolOptions;
import org.keyhopper.rehearsal.printer.ProtocolServer;
import org.keyhopper.rehearsal.printer.ProtocolServerProvider;
import org.keyhopper.testkit.printer.SimulatorRig;

/** The driver with a simulated printer. */
final class EvolisRig extends SimulatorRig {

    private final MachineControl control;
    private final ProtocolServer skin;
    private final PrinterAddress address;

    private EvolisRig(MachineControl control, ProtocolServer skin, String options) {
        super(control::run, control::cardsAt, control::movements);
        this.control = control;
        this.skin = skin;
        this.address =
                PrinterAddress.parse(skin.address() + "?" + options).result().orElseThrow();
    }

    static EvolisRig service(Build build, EvolisQuirk... quirks) {
        return of(new EvolisServiceServerProvider(), build, quirks);
    }

    static EvolisRig raw(Build build, EvolisQuirk... quirks) {
        return of(new EvolisRawServerProvider(), build, quirks);
    }

    private static EvolisRig of(ProtocolServerProvider language, Build build, EvolisQuirk... quirks) {
        boolean rejects = build != Build.WITHOUT_REJECT_TRAY;
        CardMachine machine = MachineControl.machine(rejects, build == Build.SLOW);
        Set<String> names = Arrays.stream(quirks).map(EvolisQuirk::word).collect(Collectors.toSet());
        try {
            return new EvolisRig(
                    new MachineControl(machine),
                    language.open(machine, new ProtocolOptions(0, Encoder.CONTACTLESS, names)),
                    rejects ? "reject=yes" : "reject=no");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public PrinterDriver driver() {
        return new EvolisDriver();
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
