package org.keyhopper.printer.matica.driver;

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
import org.keyhopper.printer.matica.printer.MaticaPrinter;
import org.keyhopper.printer.matica.protocol.MaticaLink;
import org.keyhopper.printer.support.AddressOptions;
import org.keyhopper.printer.support.HostPort;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** Matica and EDIsecure XID printers on the network. */
@Component(service = PrinterDriver.class)
public final class MaticaDriver implements PrinterDriver {

    private static final int XID8600_PORT = 50730;

    private static final Provenance PROVENANCE = new Provenance(
                    Provenance.Source.THIRD_PARTY_CODE,
                    Provenance.TestedOn.SIMULATOR,
                    "The language was worked out by a third party from an XID8600 and an XID580; the maker has not"
                            + " published it. Which encoders are built in cannot be asked. USB is not supported.")
            .with(
                    Provenance.Evidence.FIELDED_CLIENT,
                    "01020000 (ready)",
                    "02020000 (position)",
                    "03020000 (initialise)",
                    "0402 (load)",
                    "0502 (move, reject, eject)",
                    "0A02 (engage, release)");

    private static final DriverDescription DESCRIPTION = new DriverDescription(
            "matica",
            "Matica XID",
            Set.of("matica"),
            new SettingsDescription(List.of(AddressOptions.ENCODERS, AddressOptions.REJECT)),
            PROVENANCE);

    @Activate
    public MaticaDriver() {
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

    /** Returns an empty list: no discovery protocol of these printers is known. */
    @Override
    public List<DiscoveredPrinter> discover(Deadline deadline) {
        return List.of();
    }

    @Override
    public CardPrinter open(PrinterAddress address, Deadline deadline) throws PrinterException, InterruptedException {
        HostPort printer = HostPort.parse(address.location(), XID8600_PORT)
                .orElseThrow(() -> PrinterException.of(PrinterProblem.BAD_ADDRESS, address.toString()));
        return MaticaPrinter.open(new MaticaLink(printer), address.options(), deadline);
    }
}
