package org.keyhopper.printer.sdk.driver;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;
import org.keyhopper.api.printer.PrinterAddress;
import org.keyhopper.api.printer.PrinterDriver;
import org.keyhopper.api.settings.Settings;
import org.keyhopper.printer.sdk.simulator.FargoEmulator;
import org.keyhopper.printer.sdk.simulator.FargoModel;
import org.keyhopper.printer.sdk.simulator.PrinterEmulator;
import org.keyhopper.printer.sdk.simulator.ZebraEmulator;
import org.keyhopper.printer.sdk.simulator.ZebraModel;
import org.keyhopper.rehearsal.printer.CardMachine;
import org.keyhopper.rehearsal.printer.MachineControl;
import org.keyhopper.testkit.printer.PrinterRig;
import org.keyhopper.testkit.printer.SimulatorRig;

/** Drivers with a companion process, the replacement of the vendor's SDK, and a simulated machine. */
final class SdkRig {

    /** Shorter than a real reader's. */
    static final Duration SETTLE = Duration.ofMillis(200);

    private SdkRig() {}

    /** The printer reports whether it has a reject bin. */
    static PrinterRig zebra(PrinterRig.Build build, Path kit, ZebraModel model) {
        boolean rejects = build != PrinterRig.Build.WITHOUT_REJECT_TRAY && !model.has(ZebraModel.Quirk.NO_REJECT_BIN);
        CardMachine machine = MachineControl.machine(rejects, build == PrinterRig.Build.SLOW);
        return rig(
                machine,
                new ZebraEmulator(machine, model)::answer,
                port -> address("zebra", "127.0.0.1:" + port, Map.of("sdk", kit.toString())),
                new ZebraDriver(FakeSdk.searchLike(SdkVendors.ZEBRA, List.of())));
    }

    static PrinterRig fargo(PrinterRig.Build build, Path kit, FargoModel model) {
        boolean rejects = model.rejects() && build != PrinterRig.Build.WITHOUT_REJECT_TRAY;
        CardMachine machine = MachineControl.machine(rejects, build == PrinterRig.Build.SLOW);
        Map<String, String> options = new HashMap<>(Map.of("reject", rejects ? "yes" : "no", "sdk", kit.toString()));
        if (model.network()) {
            options.put("network-reader", "LAN");
        }
        return rig(
                machine,
                new FargoEmulator(machine, model)::answer,
                port -> address("fargo", model.queue() + port, options),
                new FargoDriver(FakeSdk.searchLike(SdkVendors.FARGO, List.of()), SETTLE));
    }

    /**
     * @param answers the replies of the machine in the terms of the SDK
     * @param address the address for the port of the emulated printer
     */
    private static PrinterRig rig(
            CardMachine machine,
            UnaryOperator<String> answers,
            IntFunction<PrinterAddress> address,
            PrinterDriver driver) {
        MachineControl control = new MachineControl(machine);
        PrinterEmulator emulator = new PrinterEmulator(answers);
        return new SimulatorRig(
                driver, address.apply(emulator.port()), control::run, control::cardsAt, control::movements, () -> {
                    emulator.close();
                    control.close();
                });
    }

    private static PrinterAddress address(String scheme, String location, Map<String, String> options) {
        return new PrinterAddress(scheme, location, new Settings(options));
    }
}
