package org.example.acme.driver;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.example.acme.printer.AcmePrinter;
import org.example.acme.protocol.AcmeProtocol;
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
import org.keyhopper.printer.support.AddressOptions;
import org.keyhopper.printer.support.HostPort;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** Printers of the Acme company, which does not exist. */
@Component(service = PrinterDriver.class)
public final class AcmeDriver implements PrinterDriver {

    private static final DriverDescription DESCRIPTION = new DriverDescription(
            "acme",
            "Acme",
            Set.of("acme"),
            new SettingsDescription(List.of(AddressOptions.ENCODERS, AddressOptions.REJECT)),
            new Provenance(
                    Provenance.Source.VENDOR_DOCUMENTED,
                    Provenance.TestedOn.SIMULATOR,
                    "Say here what is not known or not built."));

    @Activate
    public AcmeDriver() {
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
    public List<DiscoveredPrinter> discover(Deadline deadline) {
        return List.of();
    }

    @Override
    public CardPrinter open(PrinterAddress address, Deadline deadline) throws PrinterException, InterruptedException {
        HostPort printer = HostPort.parse(address.location())
                .orElseThrow(() -> PrinterException.of(PrinterProblem.BAD_ADDRESS, address.toString()));
        return AcmePrinter.open(new AcmeProtocol(printer), address.options(), deadline);
    }
}
