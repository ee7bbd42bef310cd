package org.keyhopper.central.server;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.printer.Capabilities;
import org.keyhopper.api.printer.CardLocation;
import org.keyhopper.api.printer.CardPrinter;
import org.keyhopper.api.printer.CardSession;
import org.keyhopper.api.printer.Certainty;
import org.keyhopper.api.printer.DiscoveredPrinter;
import org.keyhopper.api.printer.Disposal;
import org.keyhopper.api.printer.DriverDescription;
import org.keyhopper.api.printer.Encoder;
import org.keyhopper.api.printer.PrinterAddress;
import org.keyhopper.api.printer.PrinterDriver;
import org.keyhopper.api.printer.PrinterIdentity;
import org.keyhopper.api.printer.PrinterStatus;
import org.keyhopper.api.printer.Provenance;
import org.keyhopper.api.printer.Recovery;
import org.keyhopper.api.printer.TriState;
import org.keyhopper.api.settings.SettingsDescription;
import org.keyhopper.api.transport.Deadline;

/** A printer that never runs out of fresh cards, around a reader. */
record TestPrinter(TestReader reader) implements PrinterDriver, CardPrinter {

    static final PrinterAddress ADDRESS = PrinterAddress.of("test", "");

    @Override
    public DriverDescription description() {
        return new DriverDescription(
                "test",
                "test",
                Set.of("test"),
                new SettingsDescription(List.of()),
                new Provenance(Provenance.Source.NOTHING_NEEDED, Provenance.TestedOn.NOTHING, ""));
    }

    @Override
    public Optional<Problem> obstacle() {
        return Optional.empty();
    }

    @Override
    public List<DiscoveredPrinter> discover(Deadline deadline) {
        return List.of();
    }

    @Override
    public CardPrinter open(PrinterAddress address, Deadline deadline) {
        return this;
    }

    @Override
    public PrinterIdentity identity() {
        return new PrinterIdentity("Test", "Printer", "1", "1");
    }

    @Override
    public Capabilities capabilities() {
        return new Capabilities(
                Capabilities.Feeding.BY_PRINTER,
                Map.of(Encoder.CONTACT, Certainty.REPORTED),
                TriState.YES,
                TriState.YES,
                TriState.YES);
    }

    @Override
    public PrinterStatus status(Deadline deadline) {
        return PrinterStatus.of(PrinterStatus.State.READY, CardLocation.HOPPER);
    }

    @Override
    public PrinterStatus recover(Recovery recovery, Deadline deadline) {
        return status(deadline);
    }

    @Override
    public CardSession begin(Encoder encoder, Deadline deadline) {
        return new Path();
    }

    @Override
    public void close() {
        // Nothing is open.
    }

    /** One card. */
    private final class Path implements CardSession {

        private volatile CardLocation location = CardLocation.HOPPER;

        @Override
        public void present(Deadline deadline) {
            if (location == CardLocation.HOPPER) {
                reader.insert();
                location = CardLocation.CONTACT;
            }
        }

        @Override
        public void release(Deadline deadline) {
            // Done by the movement that follows.
        }

        @Override
        public void eject(Deadline deadline) {
            leave(CardLocation.OUTPUT_TRAY);
        }

        @Override
        public Disposal reject(String reason, Deadline deadline) {
            leave(CardLocation.REJECT_TRAY);
            return Disposal.REJECT_TRAY;
        }

        private void leave(CardLocation tray) {
            if (location == CardLocation.CONTACT) {
                reader.remove();
                location = tray;
            }
        }

        @Override
        public CardLocation location() {
            return location;
        }

        @Override
        public CardLocation locate(Deadline deadline) {
            return location;
        }

        @Override
        public void close() {
            leave(CardLocation.REJECT_TRAY);
        }
    }
}
