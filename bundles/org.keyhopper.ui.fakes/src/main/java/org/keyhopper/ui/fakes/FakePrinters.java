package org.keyhopper.ui.fakes;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.keyhopper.api.printer.Capabilities;
import org.keyhopper.api.printer.CardLocation;
import org.keyhopper.api.printer.CardPrinter;
import org.keyhopper.api.printer.CardSession;
import org.keyhopper.api.printer.Certainty;
import org.keyhopper.api.printer.DiscoveredPrinter;
import org.keyhopper.api.printer.Encoder;
import org.keyhopper.api.printer.PrinterAddress;
import org.keyhopper.api.printer.PrinterException;
import org.keyhopper.api.printer.PrinterIdentity;
import org.keyhopper.api.printer.PrinterProblem;
import org.keyhopper.api.printer.PrinterStatus;
import org.keyhopper.api.printer.Recovery;
import org.keyhopper.api.printer.TriState;
import org.keyhopper.api.transport.Deadline;
import org.keyhopper.core.printer.InstalledDriver;
import org.keyhopper.core.printer.Printers;

/** Printers with a preset status, which move no cards. A printer without a status is unreachable. */
public final class FakePrinters implements Printers {

    public final List<InstalledDriver> drivers = new ArrayList<>();
    public final List<DiscoveredPrinter> found = new ArrayList<>();
    public final Map<PrinterAddress, PrinterStatus> statuses = new HashMap<>();
    public final Set<Encoder> encoders = new HashSet<>(Set.of(Encoder.CONTACT, Encoder.CONTACTLESS));

    /** Adds a printer that will be discovered. */
    public PrinterAddress add(String address, String name, PrinterStatus status) {
        PrinterAddress parsed = PrinterAddress.parse(address).result().orElseThrow();
        found.add(new DiscoveredPrinter(parsed, name));
        statuses.put(parsed, status);
        return parsed;
    }

    public static PrinterStatus ready() {
        return PrinterStatus.of(PrinterStatus.State.READY, CardLocation.HOPPER);
    }

    @Override
    public List<InstalledDriver> drivers() {
        return List.copyOf(drivers);
    }

    @Override
    public List<DiscoveredPrinter> discover(Deadline deadline) {
        return List.copyOf(found);
    }

    @Override
    public CardPrinter open(PrinterAddress address, Deadline deadline) throws PrinterException {
        PrinterStatus status = statuses.get(address);
        if (status == null) {
            throw PrinterException.of(PrinterProblem.UNREACHABLE, address.toString());
        }
        return new Still(address.location(), status);
    }

    /** A printer whose serial number is its location. */
    private final class Still implements CardPrinter {

        private final String serial;
        private final PrinterStatus status;

        Still(String serial, PrinterStatus status) {
            this.serial = serial;
            this.status = status;
        }

        @Override
        public PrinterIdentity identity() {
            return new PrinterIdentity("Evolis", "Primacy 2", serial, "1");
        }

        @Override
        public Capabilities capabilities() {
            Map<Encoder, Certainty> known = new HashMap<>();
            encoders.forEach(encoder -> known.put(encoder, Certainty.REPORTED));
            return new Capabilities(Capabilities.Feeding.BY_PRINTER, known, TriState.YES, TriState.YES, TriState.YES);
        }

        @Override
        public PrinterStatus status(Deadline deadline) {
            return status;
        }

        @Override
        public CardSession begin(Encoder encoder, Deadline deadline) {
            throw new UnsupportedOperationException("moves no cards");
        }

        @Override
        public PrinterStatus recover(Recovery recovery, Deadline deadline) {
            throw new UnsupportedOperationException("moves no cards");
        }

        @Override
        public void close() {
            // Nothing was opened.
        }
    }
}
