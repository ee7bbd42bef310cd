package org.keyhopper.printer.evolis.driver;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
import org.keyhopper.printer.evolis.printer.EvolisPrinter;
import org.keyhopper.printer.evolis.protocol.EvolisLink;
import org.keyhopper.printer.evolis.protocol.EvolisOptions;
import org.keyhopper.printer.evolis.protocol.ServiceClient;
import org.keyhopper.printer.evolis.protocol.ServiceDiscovery;
import org.keyhopper.printer.support.AddressOptions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** Evolis printers: through the vendor's service on Windows, or by their native command language. */
@Component(service = PrinterDriver.class)
public final class EvolisDriver implements PrinterDriver {

    private static final Provenance PROVENANCE = new Provenance(
                    Provenance.Source.VENDOR_DOCUMENTED,
                    Provenance.TestedOn.SIMULATOR,
                    "On Windows evolis-pipe:NAME needs no setting in the vendor's service. Without that service"
                            + " (evolis-raw) the printer tells less about its state, and no TCP port for it is"
                            + " documented. Avansia and Agilia speak another language.")
            .with(
                    Provenance.Evidence.VENDOR_GUIDE,
                    "CMD.SendCommand",
                    "CMD.GetStatus",
                    "SUPERVISION.List",
                    "SUPERVISION.GetState",
                    "Rtp",
                    "Rsn",
                    "Rfv",
                    "Rlr",
                    "Rlr;p",
                    "Rse;f",
                    "Rse;o",
                    "Sic",
                    "Se",
                    "Ser",
                    "Seb",
                    "Scs",
                    "Pem;2",
                    "Pem;0")
            .with(Provenance.Evidence.FIELDED_CLIENT, "Sis")
            .with(Provenance.Evidence.ASSUMED, "Pps;1");

    private static final DriverDescription DESCRIPTION = new DriverDescription(
            "evolis",
            "Evolis",
            Set.of(EvolisAddress.PIPE, EvolisAddress.SERVICE, EvolisAddress.RAW),
            new SettingsDescription(List.of(
                    AddressOptions.ENCODERS,
                    AddressOptions.REJECT,
                    EvolisOptions.REJECT_BOX,
                    EvolisOptions.PRESENCE,
                    EvolisOptions.PIPE)),
            PROVENANCE);

    @Activate
    public EvolisDriver() {
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

    /** The service's pipe is enabled by default, its TCP port is not. */
    @Override
    public List<DiscoveredPrinter> discover(Deadline deadline) throws PrinterException, InterruptedException {
        List<DiscoveredPrinter> found = new ArrayList<>(LinuxUsbPrinters.discover());
        List<DiscoveredPrinter> supervised = hasPipes()
                ? new ServiceDiscovery(ServiceClient.pipe(ServiceClient.DEFAULT_PIPE), EvolisAddress.PIPE, "")
                        .discover(deadline)
                : List.of();
        found.addAll(
                supervised.isEmpty()
                        ? new ServiceDiscovery(
                                        ServiceClient.tcp(ServiceClient.DEFAULT_ADDRESS),
                                        EvolisAddress.SERVICE,
                                        ServiceClient.DEFAULT_ADDRESS + "/")
                                .discover(deadline)
                        : supervised);
        return found;
    }

    private static boolean hasPipes() {
        return System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows");
    }

    @Override
    public CardPrinter open(PrinterAddress address, Deadline deadline) throws PrinterException, InterruptedException {
        if (address.scheme().equals(EvolisAddress.PIPE) && !hasPipes()) {
            throw PrinterException.of(PrinterProblem.WRONG_SYSTEM, "Windows");
        }
        EvolisOptions options = EvolisOptions.read(address.options());
        EvolisLink link = EvolisAddress.read(address).link(options);
        return EvolisPrinter.open(link, options, deadline);
    }
}
