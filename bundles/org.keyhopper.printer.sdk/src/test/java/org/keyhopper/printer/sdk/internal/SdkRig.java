package org.keyhopper.printer.sdk.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.keyhopper.api.printer.Encoder;
import org.keyhopper.api.printer.PrinterAddress;
import org.keyhopper.api.printer.PrinterDriver;
import org.keyhopper.api.settings.Settings;
import org.keyhopper.rehearsal.printer.CardMachine;
import org.keyhopper.rehearsal.printer.MachineControl;
import org.keyhopper.testkit.printer.SimulatorRig;

/** A driver, a companion process with the stand-in for the maker's kit, and a simulated machine. */
final class KitRig extends SimulatorRig {

    private final MachineControl control;
    private final PrinterStage stage;
    private final PrinterAddress address;
    private final PrinterDriver driver;

    /**
     * @param answers the machine's, in the words of the kit
     * @param address without the port of the stage, which is put at its end
     */
    private KitRig(
            MachineControl control, UnaryOperator<String> answers, PrinterAddress address, PrinterDriver driver) {
        super(control::run, control::cardsAt, control::movements);
        this.control = control;
        this.driver = driver;
        try {
            stage = new PrinterStage(answers);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.address = new PrinterAddress(address.scheme(), address.location() + stage.port(), address.options());
    }

    /** The printer tells whether it has a bin for rejected cards. */
    static KitRig zebra(Build build, Path kit, ZebraModel model) {
        boolean rejects = build != Build.WITHOUT_REJECT_TRAY && !model.has(ZebraModel.Quirk.NO_REJECT_BIN);
        CardMachine machine = MachineControl.machine(rejects, build == Build.SLOW);
        return new KitRig(
                new MachineControl(machine),
                new ZebraStage(machine, model)::answer,
                address("zebra", "127.0.0.1:", Map.of("sdk", kit.toString())),
                new ZebraDriver(StandInKit.searchLike(Makers.ZEBRA, List.of())));
    }

    static KitRig fargo(Build build, Path kit, FargoModel model) {
        boolean rejects = model.rejects() && build != Build.WITHOUT_REJECT_TRAY;
        CardMachine machine = MachineControl.machine(rejects, build == Build.SLOW);
        return new KitRig(
                new MachineControl(machine),
                new FargoStage(machine, model)::answer,
                address("fargo", model.queue(), Map.of("reject", rejects ? "yes" : "no", "sdk", kit.toString())),
                new FargoDriver(StandInKit.searchLike(Makers.FARGO, List.of())));
    }

    private static PrinterAddress address(String scheme, String location, Map<String, String> options) {
        return new PrinterAddress(scheme, location, new Settings(options));
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
    public Encoder encoder() {
        return Encoder.CONTACTLESS;
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
