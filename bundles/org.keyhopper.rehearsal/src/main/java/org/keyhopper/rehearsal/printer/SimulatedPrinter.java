package org.keyhopper.rehearsal.printer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;
import org.keyhopper.api.printer.PrinterAddress;
import org.keyhopper.api.settings.Settings;

/** A machine without readers, with a server for the protocol of one vendor. For the contract tests of drivers. */
public final class SimulatedPrinter implements AutoCloseable {

    private final MachineControl control;
    private final ProtocolServer server;
    private final boolean rejectTray;

    private SimulatedPrinter(MachineControl control, ProtocolServer server, boolean rejectTray) {
        this.control = control;
        this.server = server;
        this.rejectTray = rejectTray;
    }

    /**
     * Starts a machine and its server.
     *
     * @param slow whether each movement takes more than a second
     */
    public static SimulatedPrinter open(
            ProtocolServerProvider protocol, ProtocolOptions options, boolean rejectTray, boolean slow) {
        CardMachine machine = MachineControl.machine(rejectTray, slow);
        MachineControl control = new MachineControl(machine);
        try {
            return new SimulatedPrinter(control, protocol.open(machine, options), rejectTray);
        } catch (IOException e) {
            control.close();
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the address for the driver, which says whether there is a reject tray. */
    public PrinterAddress address() {
        PrinterAddress plain = PrinterAddress.parse(server.address()).result().orElseThrow();
        Map<String, String> options = new TreeMap<>(plain.options().values());
        options.put("reject", rejectTray ? "yes" : "no");
        return new PrinterAddress(plain.scheme(), plain.location(), new Settings(options));
    }

    public MachineControl control() {
        return control;
    }

    /** Stops the server, then the machine. */
    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            control.close();
        }
    }
}
