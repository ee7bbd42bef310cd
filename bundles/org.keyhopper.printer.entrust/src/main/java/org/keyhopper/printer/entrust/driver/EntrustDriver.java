package org.keyhopper.printer.entrust.driver;

import java.io.IOException;
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
import org.keyhopper.api.printer.PrinterProblem;
import org.keyhopper.api.printer.Provenance;
import org.keyhopper.api.settings.SettingsDescription;
import org.keyhopper.api.transport.Deadline;
import org.keyhopper.printer.entrust.printer.EntrustPrinter;
import org.keyhopper.printer.entrust.protocol.BidiTransport;
import org.keyhopper.printer.entrust.protocol.EntrustLink;
import org.keyhopper.printer.entrust.protocol.EntrustOptions;
import org.keyhopper.printer.entrust.protocol.EntrustProtocol;
import org.keyhopper.printer.entrust.protocol.SpoolerBridge;
import org.keyhopper.printer.entrust.protocol.WindowsQueues;
import org.keyhopper.printer.support.AddressOptions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** Entrust and Datacard printers through the vendor's "XPS Card Printer" driver for Windows. */
@Component(service = PrinterDriver.class)
public final class EntrustDriver implements PrinterDriver {

    private static final String SCHEME = "entrust";

    private static final Provenance PROVENANCE = new Provenance(
                    Provenance.Source.VENDOR_DOCUMENTED,
                    Provenance.TestedOn.SIMULATOR,
                    "Needs Windows and the vendor's printer driver. The connection to the Windows spooler itself has"
                            + " not been run. Printers with a \"single wire\" chip encoder are not supported.")
            .with(
                    Provenance.Evidence.VENDOR_GUIDE,
                    "PrinterOptions2:Read",
                    "PrintMessages:Read",
                    "JobStatus:Read",
                    "StartJob",
                    "SmartCardUnit:Front:Park",
                    "SmartCardUnit:Back:Park",
                    "Action 100",
                    "Action 101",
                    "EndJob");

    private static final DriverDescription DESCRIPTION = new DriverDescription(
            SCHEME,
            "Entrust and Datacard",
            Set.of(SCHEME),
            new SettingsDescription(List.of(
                    AddressOptions.ENCODERS,
                    AddressOptions.REJECT,
                    EntrustOptions.HOPPER,
                    EntrustOptions.SIDE,
                    EntrustOptions.BRIDGE)),
            PROVENANCE);

    private final Optional<WindowsQueues> windows;

    @Activate
    public EntrustDriver() {
        windows = WindowsQueues.onThisComputer();
    }

    @Override
    public DriverDescription description() {
        return DESCRIPTION;
    }

    @Override
    public Optional<Problem> obstacle() {
        return windows.isPresent() ? Optional.empty() : Optional.of(wrongSystem());
    }

    @Override
    public List<DiscoveredPrinter> discover(Deadline deadline) throws PrinterException, InterruptedException {
        List<DiscoveredPrinter> found = new ArrayList<>();
        for (String queue : windows.isPresent() ? windows.get().names() : List.<String>of()) {
            if (answers(queue, deadline)) {
                found.add(new DiscoveredPrinter(PrinterAddress.of(SCHEME, queue), queue));
            }
        }
        return found;
    }

    @Override
    public CardPrinter open(PrinterAddress address, Deadline deadline) throws PrinterException, InterruptedException {
        EntrustOptions options = EntrustOptions.read(address.options());
        if (address.location().isBlank()) {
            throw PrinterException.of(PrinterProblem.BAD_ADDRESS, address.toString());
        }
        return EntrustPrinter.open(new EntrustLink(transport(address, options, deadline)), options, deadline);
    }

    private BidiTransport transport(PrinterAddress address, EntrustOptions options, Deadline deadline)
            throws PrinterException, InterruptedException {
        if (options.bridge().isPresent()) {
            return new SpoolerBridge(options.bridge().get(), address.location());
        }
        WindowsQueues queues = windows.orElseThrow(() -> PrinterException.of(PrinterProblem.WRONG_SYSTEM, "Windows"));
        try {
            return queues.open(address.location(), deadline);
        } catch (IOException e) {
            throw PrinterException.of(PrinterProblem.NOT_FOUND, address.location())
                    .withDetail(e.toString())
                    .causedBy(e);
        }
    }

    private boolean answers(String queue, Deadline deadline) throws InterruptedException {
        try (BidiTransport transport = windows.orElseThrow().open(queue, deadline)) {
            EntrustProtocol request = EntrustProtocol.OPTIONS;
            return !transport
                    .exchange(request.action(), request.schema(), request.xml(), deadline)
                    .isBlank();
        } catch (IOException e) {
            return false;
        }
    }

    private static Problem wrongSystem() {
        return Problem.of(PrinterProblem.WRONG_SYSTEM, "Windows");
    }
}
