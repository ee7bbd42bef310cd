package org.keyhopper.printer.sdk.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.keyhopper.api.printer.PrinterAddress;
import org.keyhopper.api.printer.PrinterDriver;
import org.keyhopper.api.printer.Station;
import org.keyhopper.api.settings.Settings;
import org.keyhopper.rehearsal.printer.CardMachine;
import org.keyhopper.rehearsal.printer.MachineControl;
import org.keyhopper.testkit.printer.SimulatorRig;

/** The driver for Zebra printers, a companion process with the stand-in for the kit, and a simulated machine. */
final class ZebraRig extends SimulatorRig {

    private final MachineControl control;
    private final PrinterStage stage;
    private final PrinterAddress address;
    private final PrinterDriver driver;

    private ZebraRig(CardMachine machine, MachineControl control, String reject, Path kit) {
        super(control::run, control::cardsAt, control::movements);
        this.control = control;
        try {
            stage = new PrinterStage(new ZebraStage(machine)::answer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        address = new PrinterAddress(
                "zebra", "127.0.0.1:" + stage.port(), new Settings(Map.of("reject", reject, "sdk", kit.toString())));
        driver = new ZebraDriver(StandInKit.searchLike(Makers.ZEBRA, List.of()));
    }

    static ZebraRig of(Build build, Path kit) {
        boolean rejects = build != Build.WITHOUT_REJECT_TRAY;
        CardMachine machine = MachineControl.machine(rejects, build == Build.SLOW);
        return new ZebraRig(machine, new MachineControl(machine), rejects ? "yes" : "no", kit);
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
            stage.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        control.close();
    }
}
