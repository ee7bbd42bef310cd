package org.keyhopper.printer.evolis.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.keyhopper.api.printer.PrinterAddress;
import org.keyhopper.api.printer.PrinterDriver;
import org.keyhopper.api.printer.Station;
import org.keyhopper.rehearsal.printer.CardMachine;
import org.keyhopper.rehearsal.printer.MachineControl;
import org.keyhopper.rehearsal.printer.PrinterSkin;
import org.keyhopper.rehearsal.printer.SkinOptions;
import org.keyhopper.rehearsal.printer.SkinProvider;
import org.keyhopper.testkit.printer.SimulatorRig;

/** The driver in front of a simulated printer. */
final class EvolisRig extends SimulatorRig {

    private final MachineControl control;
    private final PrinterSkin skin;
    private final PrinterAddress address;

    private EvolisRig(MachineControl control, PrinterSkin skin, String options) {
        super(control::run, control::cardsAt, control::movements);
        this.control = control;
        this.skin = skin;
        this.address =
                PrinterAddress.parse(skin.address() + "?" + options).result().orElseThrow();
    }

    /** @param more options of the address, such as {@code &presence=off}; may be empty */
    static EvolisRig of(SkinProvider language, Build build, SkinOptions options, String more) {
        boolean rejects = build != Build.WITHOUT_REJECT_TRAY;
        CardMachine machine = MachineControl.machine(rejects, build == Build.SLOW);
        try {
            return new EvolisRig(
                    new MachineControl(machine),
                    language.open(machine, options),
                    (rejects ? "reject=yes" : "reject=no") + more);
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
    public Station station() {
        return Station.CONTACTLESS;
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
