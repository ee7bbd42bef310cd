package org.keyhopper.core.printer;

import java.util.List;
import org.keyhopper.api.printer.CardPrinter;
import org.keyhopper.api.printer.DiscoveredPrinter;
import org.keyhopper.api.printer.PrinterAddress;
import org.keyhopper.api.printer.PrinterException;
import org.keyhopper.api.transport.Deadline;
import org.osgi.annotation.versioning.ProviderType;

/** The printers that the installed drivers can reach. Drivers may come and go. Any thread. */
@ProviderType
public interface Printers {

    /** Returns every installed driver, with why it cannot work here if so. Fast. */
    List<InstalledDriver> drivers();

    /** Asks every driver that can work for printers. Blocking until the deadline; moves nothing; interruptible. */
    List<DiscoveredPrinter> discover(Deadline deadline) throws InterruptedException;

    /**
     * Opens a printer with the driver for its address. Blocking until the deadline; moves nothing.
     *
     * @throws PrinterException {@link org.keyhopper.api.printer.PrinterProblem#NO_DRIVER} without one, and as
     *     {@link org.keyhopper.api.printer.PrinterDriver#open}
     */
    CardPrinter open(PrinterAddress address, Deadline deadline) throws PrinterException, InterruptedException;
}
