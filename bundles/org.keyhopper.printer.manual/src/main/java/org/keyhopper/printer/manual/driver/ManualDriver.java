package org.keyhopper.printer.manual.driver;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.printer.CardPrinter;
import org.keyhopper.api.printer.DiscoveredPrinter;
import org.keyhopper.api.printer.DriverDescription;
import org.keyhopper.api.printer.PrinterAddress;
import org.keyhopper.api.printer.PrinterDriver;
import org.keyhopper.api.printer.PrinterException;
import org.keyhopper.api.printer.PrinterProblem;
import org.keyhopper.api.printer.Provenance;
import org.keyhopper.api.settings.SettingsDescription;
import org.keyhopper.api.transport.Deadline;
import org.keyhopper.printer.manual.printer.ManualPrinter;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** For printers without a driver: the operator, or the printer's own software, moves cards to the encoder. */
@Component(service = PrinterDriver.class)
public final class ManualDriver implements PrinterDriver {

    private static final String SCHEME = "manual";

    private static final DriverDescription DESCRIPTION = new DriverDescription(
            SCHEME,
            "By hand",
            Set.of(SCHEME),
            new SettingsDescription(List.of()),
            new Provenance(
                    Provenance.Source.NOTHING_NEEDED,
                    Provenance.TestedOn.SIMULATOR,
                    "Only the reader is watched; whether a card went to the right tray is not known."));

    @Activate
    public ManualDriver() {
        // Stateless.
    }

    @Override
    public DriverDescription description() {
        return DESCRIPTION;
    }

    @Override
    public Optional<Problem> obstacle() {
        return Optional.empty();
    }

    @Override
    public List<DiscoveredPrinter> discover(Deadline deadline) {
        return List.of(new DiscoveredPrinter(PrinterAddress.of(SCHEME, ""), DESCRIPTION.displayName()));
    }

    @Override
    public CardPrinter open(PrinterAddress address, Deadline deadline) throws PrinterException {
        if (!address.location().isEmpty()) {
            throw PrinterException.of(PrinterProblem.BAD_ADDRESS, address.toString());
        }
        return new ManualPrinter();
    }
}
