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

/** The driver for FARGO printers that tell of cards at their stations, a companion process with the stand-in for the kit, and a simulated machine. */
final class FargoRig extends SimulatorRig {

    private final MachineControl control;
    private final PrinterStage stage;
    private final PrinterAddress address;
    private final PrinterDriver driver;

    private FargoRig(CardMachine machine, MachineControl control, Path kit) {
        super(control::run, control::cardsAt, control::movements);
        this.control = control;
        try {
            stage = new PrinterStage(new FargoStage(machine, true)::answer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        address = new PrinterAddress(
                "fargo", "HDP5000 on port " + stage.port(), new Settings(Map.of("sdk", kit.toString())));
        driver = new FargoDriver(StandInKit.searchLike(Makers.FARGO, List.of()));
    }

    static FargoRig of(Build build, Path kit) {
        CardMachine machine = MachineControl.machine(false, build == Build.SLOW);
        return new FargoRig(machine, new MachineControl(machine), kit);
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
