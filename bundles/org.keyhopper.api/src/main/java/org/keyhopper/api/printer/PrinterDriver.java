package org.keyhopper.api.printer;

import java.util.List;
import java.util.Optional;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.transport.Deadline;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Knows one family of card printers. Registered as an OSGi service; may come and go while we run. Thread-safe, keeps no
 * printer open by itself.
 */
@ConsumerType
public interface PrinterDriver {

    /** Returns name, address forms, options and how far the driver can be trusted. Fast. */
    DriverDescription description();

    /**
     * Returns why no printer can be reached from this computer at all (wrong operating system, vendor software missing),
     * or empty. Looks, but changes nothing. Fast.
     */
    Optional<Problem> obstacle();

    /**
     * Looks for printers without moving anything. Blocking until the deadline at the latest, on any thread;
     * interruptible; safe to repeat. Finding none is an empty list.
     *
     * @throws PrinterException when looking is not possible
     */
    List<DiscoveredPrinter> discover(Deadline deadline) throws PrinterException, InterruptedException;

    /**
     * Opens one printer, reads who it is, and moves nothing. Blocking until the deadline at the latest, on the printer's
     * worker; interruptible; safe to repeat after a failure.
     *
     * @param address one whose scheme is in {@link DriverDescription#schemes()}
     * @return an open printer which the caller closes
     * @throws PrinterException when it cannot be reached, or the address or an option of it makes no sense
     */
    CardPrinter open(PrinterAddress address, Deadline deadline) throws PrinterException, InterruptedException;
}
