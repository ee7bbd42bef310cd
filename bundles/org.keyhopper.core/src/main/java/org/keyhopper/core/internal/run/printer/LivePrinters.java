package org.keyhopper.core.internal.run.printer;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.keyhopper.api.printer.CardPrinter;
import org.keyhopper.api.printer.DiscoveredPrinter;
import org.keyhopper.api.printer.PrinterAddress;
import org.keyhopper.api.printer.PrinterDriver;
import org.keyhopper.api.printer.PrinterException;
import org.keyhopper.api.printer.PrinterProblem;
import org.keyhopper.api.transport.Deadline;
import org.keyhopper.core.printer.InstalledDriver;
import org.keyhopper.core.printer.Printers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The drivers that are there now. A driver at fault does not stand in the way of the others. */
public final class LivePrinters implements Printers {

    private static final Logger LOGGER = LoggerFactory.getLogger(LivePrinters.class);

    private final List<PrinterDriver> drivers = new CopyOnWriteArrayList<>();

    /** Takes in a driver, also while runs are under way. */
    public void add(PrinterDriver driver) {
        drivers.add(driver);
    }

    /** Lets go of a driver; printers it opened stay open until their run closes them. */
    public void remove(PrinterDriver driver) {
        drivers.remove(driver);
    }

    @Override
    public List<InstalledDriver> drivers() {
        return drivers.stream()
                .map(driver -> new InstalledDriver(driver.description(), driver.obstacle()))
                .toList();
    }

    @Override
    public List<DiscoveredPrinter> discover(Deadline deadline) throws InterruptedException {
        List<DiscoveredPrinter> found = new ArrayList<>();
        for (PrinterDriver driver : drivers) {
            if (driver.obstacle().isEmpty()) {
                found.addAll(discovered(driver, deadline));
            }
        }
        return found;
    }

    private static List<DiscoveredPrinter> discovered(PrinterDriver driver, Deadline deadline)
            throws InterruptedException {
        try {
            return driver.discover(deadline);
        } catch (PrinterException e) {
            LOGGER.info("{} cannot look for printers: {}", driver.description().id(), e.problem());
        } catch (RuntimeException e) {
            LOGGER.error("A printer driver failed to look for printers", e);
        }
        return List.of();
    }

    @Override
    public CardPrinter open(PrinterAddress address, Deadline deadline) throws PrinterException, InterruptedException {
        PrinterDriver driver = drivers.stream()
                .filter(candidate -> candidate.description().schemes().contains(address.scheme()))
                .findFirst()
                .orElseThrow(() -> PrinterException.of(PrinterProblem.NO_DRIVER, address.scheme()));
        return driver.open(address, deadline);
    }
}
