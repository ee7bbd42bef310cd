package org.keyhopper.core.internal.automatic;

import org.keyhopper.api.directory.Directory;
import org.keyhopper.core.automatic.AutomaticOrder;
import org.keyhopper.core.internal.run.RunServices;

/**
 * What the printers of one run share.
 *
 * @param parts of the station
 * @param order what is to be done
 * @param printing what the station has for printers
 * @param directory open
 * @param course how the run stands
 * @param foresight what comes next
 * @param watch what the readers see
 */
record RunContext(
        RunServices parts,
        AutomaticOrder order,
        PrinterServices printing,
        Directory directory,
        RunProgress course,
        Prefetcher foresight,
        ReaderMonitor watch) {}
