package org.keyhopper.printer.evolis.internal;

import java.util.ArrayList;
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
import org.keyhopper.api.printer.Provenance;
import org.keyhopper.api.settings.SettingsDescription;
import org.keyhopper.api.transport.Deadline;
import org.keyhopper.printer.support.AddressOptions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** Evolis printers: through the vendor's service on Windows, or by their own command language. */
@Component(service = PrinterDriver.class)
public final class EvolisDriver implements PrinterDriver {

    private static final DriverDescription DESCRIPTION = new DriverDescription(
            "evolis",
            "Evolis",
            Set.of(EvolisAddress.SERVICE, EvolisAddress.RAW),
            new SettingsDescription(List.of(
                    AddressOptions.STATIONS, AddressOptions.REJECT, EvolisOptions.REJECT_BOX, EvolisOptions.PRESENCE)),
            new Provenance(
                    Provenance.Source.THIRD_PARTY_CODE,
                    Provenance.TestedOn.SIMULATOR,
                    "Without the vendor's service (evolis-raw) the printer tells little about its state, and no TCP"
                            + " port for it is documented. That Primacy models take the command for the contact station is"
                            + " likely but was seen nowhere. Avansia and Agilia speak another language."));

    @Activate
    public EvolisDriver() {
        // Nothing to prepare.
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
    public List<DiscoveredPrinter> discover(Deadline deadline) throws PrinterException, InterruptedException {
        List<DiscoveredPrinter> found = new ArrayList<>(DeviceFiles.discover());
        found.addAll(ServiceLink.discover(deadline));
        return found;
    }

    @Override
    public CardPrinter open(PrinterAddress address, Deadline deadline) throws PrinterException, InterruptedException {
        EvolisOptions options = EvolisOptions.read(address.options());
        EvolisLink link = EvolisAddress.read(address).link(options);
        return EvolisPrinter.open(link, options, deadline);
    }
}
