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

/** A driver, a companion process with the replacement of the vendor's SDK, and a simulated machine. */
final class SdkRig extends SimulatorRig {

    private final MachineControl control;
    private final PrinterEmulator stage;
    private final PrinterAddress address;
    private final PrinterDriver driver;

    /**
     * @param answers the replies of the machine in the terms of the SDK
     * @param address without the port of the emulated printer, which is appended
     */
    private SdkRig(
            MachineControl control, UnaryOperator<String> answers, PrinterAddress address, PrinterDriver driver) {
        super(control::run, control::cardsAt, control::movements);
        this.control = control;
        this.driver = driver;
        try {
            stage = new PrinterEmulator(answers);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.address = new PrinterAddress(address.scheme(), address.location() + stage.port(), address.options());
    }

    /** The printer reports whether it has a reject bin. */
    static SdkRig zebra(Build build, Path kit, ZebraModel model) {
        boolean rejects = build != Build.WITHOUT_REJECT_TRAY && !model.has(ZebraModel.Quirk.NO_REJECT_BIN);
        CardMachine machine = MachineControl.machine(rejects, build == Build.SLOW);
        return new SdkRig(
                new MachineControl(machine),
                new ZebraEmulator(machine, model)::answer,
                address("zebra", "127.0.0.1:", Map.of("sdk", kit.toString())),
                new ZebraDriver(FakeSdk.searchLike(SdkVendors.ZEBRA, List.of())));
    }

    static SdkRig fargo(Build build, Path kit, FargoModel model) {
        boolean rejects = model.rejects() && build != Build.WITHOUT_REJECT_TRAY;
        CardMachine machine = MachineControl.machine(rejects, build == Build.SLOW);
        return new SdkRig(
                new MachineControl(machine),
                new FargoEmulator(machine, model)::answer,
                address("fargo", model.queue(), Map.of("reject", rejects ? "yes" : "no", "sdk", kit.toString())),
                new FargoDriver(FakeSdk.searchLike(SdkVendors.FARGO, List.of())));
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
