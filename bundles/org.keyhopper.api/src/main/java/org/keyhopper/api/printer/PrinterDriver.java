package org.keyhopper.api.printer;

import java.util.List;
import java.util.Optional;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.transport.Deadline;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A driver for one family of card printers. Registered as an OSGi service that may come and go at runtime. Thread-safe;
 * keeps no printer open by itself.
 */
@ConsumerType
public interface PrinterDriver {

    /** Returns name, address schemes, options and provenance. Does not block. */
    DriverDescription description();

    /**
     * Returns why no printer can be reached from this computer at all (wrong operating system, vendor software
     * missing), or empty. Has no side effects. Does not block.
     */
    Optional<Problem> obstacle();

    /**
     * Searches for printers without moving anything. Blocking until the deadline at the latest, on any thread;
     * interruptible; idempotent. Returns an empty list if there are none.
     *
     * @throws PrinterException if the search is not possible
     */
    List<DiscoveredPrinter> discover(Deadline deadline) throws PrinterException, InterruptedException;

    /**
     * Opens a printer and reads its identity; moves nothing. Blocking until the deadline at the latest, on the
     * printer's worker thread; interruptible; may be repeated after a failure.
     *
     * @param address an address whose scheme is in {@link DriverDescription#schemes()}
     * @return an open printer, to be closed by the caller
     * @throws PrinterException if the printer cannot be reached, or the address or one of its options is invalid
     */
    CardPrinter open(PrinterAddress address, Deadline deadline) throws PrinterException, InterruptedException;
}
