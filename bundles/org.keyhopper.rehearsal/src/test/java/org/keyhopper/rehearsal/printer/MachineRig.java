package org.keyhopper.rehearsal.printer;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.keyhopper.api.printer.PrinterAddress;
import org.keyhopper.api.printer.PrinterDriver;
import org.keyhopper.api.printer.Station;
import org.keyhopper.printer.entrust.internal.EntrustDriver;
import org.keyhopper.printer.matica.internal.MaticaDriver;
import org.keyhopper.testkit.printer.SimulatorRig;

/** A driver in front of a simulated machine. */
final class MachineRig extends SimulatorRig {

    /** A language, and the driver that speaks it. */
    enum Language {
        XID,
        BIDI
    }

    private final MachineControl control;
    private final PrinterSkin skin;
    private final PrinterDriver driver;
    private final PrinterAddress address;

    private MachineRig(MachineControl control, PrinterSkin skin, PrinterDriver driver, String options) {
        super(control::run, control::cardsAt, control::movements);
        this.control = control;
        this.skin = skin;
        this.driver = driver;
        String plain = skin.address();
        this.address = PrinterAddress.parse(plain + (plain.contains("?") ? "&" : "?") + options)
                .result()
                .orElseThrow();
    }

    static MachineRig of(Language language, Build build) {
        boolean rejects = build != Build.WITHOUT_REJECT_TRAY;
        CardMachine machine = MachineControl.machine(rejects, build == Build.SLOW);
        MachineControl control = new MachineControl(machine);
        String reject = rejects ? "reject=yes" : "reject=no";
        try {
            return switch (language) {
                case XID -> new MachineRig(control, new XidSkin(machine, 0), new MaticaDriver(), reject);
                case BIDI ->
                    new MachineRig(control, new BidiSkin(machine, Station.CONTACTLESS, 0), new EntrustDriver(), reject);
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public PrinterDriver driver() {
        return driver;
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
