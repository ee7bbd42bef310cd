package org.keyhopper.core.fake;

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
import org.keyhopper.api.printer.DriverDescription;
import org.keyhopper.api.printer.Encoder;
import org.keyhopper.api.printer.PrinterAddress;
import org.keyhopper.api.printer.PrinterDriver;
import org.keyhopper.api.printer.PrinterException;
import org.keyhopper.api.printer.PrinterIdentity;
import org.keyhopper.api.printer.PrinterProblem;
import org.keyhopper.api.printer.Provenance;
import org.keyhopper.api.printer.TriState;
import org.keyhopper.api.settings.SettingsDescription;
import org.keyhopper.api.transport.Deadline;

/** A driver with one printer, which has a contact encoder and reports everything. */
abstract class FakePrinterDriver implements PrinterDriver, CardPrinter {

    private final String name;

    FakePrinterDriver(String name) {
        this.name = name;
    }

    public PrinterAddress address() {
        return PrinterAddress.of(name, "");
    }

    @Override
    public DriverDescription description() {
        return new DriverDescription(
                name,
                name,
                Set.of(name),
                new SettingsDescription(List.of()),
                new Provenance(Provenance.Source.NOTHING_NEEDED, Provenance.TestedOn.NOTHING, ""));
    }

    @Override
    public Optional<Problem> obstacle() {
        return Optional.empty();
    }

    @Override
    public List<DiscoveredPrinter> discover(Deadline deadline) {
        return List.of(new DiscoveredPrinter(address(), name));
    }

    @Override
    public CardPrinter open(PrinterAddress address, Deadline deadline) {
        return this;
    }

    @Override
    public PrinterIdentity identity() {
        return new PrinterIdentity("Fake", "Printer", name + "-1", "1");
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
    public void close() {
        // Sessions end themselves.
    }

    /** A session whose position is unknown after a movement that was not confirmed. */
    abstract static class FakeSession implements CardSession {

        /** Where the card is, as far as the session knows. */
        CardLocation location = CardLocation.HOPPER;

        /** Where the last movement was to bring it. */
        CardLocation target = CardLocation.HOPPER;

        /** Sends a movement unless the card is there. */
        final void go(CardLocation to, Movement movement) throws PrinterException {
            if (location == CardLocation.UNKNOWN) {
                throw PrinterException.of(PrinterProblem.MOVE_UNCONFIRMED);
            }
            if (location == to) {
                return;
            }
            CardLocation from = location;
            target = to;
            location = CardLocation.UNKNOWN;
            try {
                movement.send();
                location = to;
            } catch (PrinterException e) {
                if (!e.problem().is(PrinterProblem.MOVE_UNCONFIRMED)) {
                    location = from;
                }
                throw e;
            }
        }

        @Override
        public void release(Deadline deadline) {
            // Done by the movement that follows.
        }

        @Override
        public CardLocation location() {
            return location;
        }

        /** A movement of the printer. */
        interface Movement {
            void send() throws PrinterException;
        }
    }
}
