package org.keyhopper.printer.sdk.driver;

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

/** Printers whose vendor's SDK is not supported yet; reports why they do not appear. */
abstract class UnsupportedPrinters implements PrinterDriver {

    private final DriverDescription description;
    private final SdkSearch search;

    UnsupportedPrinters(String id, String name, SdkSearch search) {
        this.search = search;
        description = new DriverDescription(
                id,
                name,
                Set.of(id),
                new SettingsDescription(List.of()),
                new Provenance(
                        Provenance.Source.VENDOR_SDK,
                        Provenance.TestedOn.NOTHING,
                        "Only looks for the maker's kit. What it offers programs is not published well enough to move"
                                + " cards with it. Use the printer's own software together with the manual driver."));
    }

    @Override
    public final DriverDescription description() {
        return description;
    }

    @Override
    public final Optional<Problem> obstacle() {
        return Optional.of(problem());
    }

    @Override
    public final List<DiscoveredPrinter> discover(Deadline deadline) {
        return List.of();
    }

    @Override
    public final CardPrinter open(PrinterAddress address, Deadline deadline) throws PrinterException {
        throw ZebraDriver.missing(problem());
    }

    private Problem problem() {
        return problem(SdkVendors.onWindows());
    }

    final Problem problem(boolean onWindows) {
        if (!onWindows) {
            return Problem.of(PrinterProblem.WRONG_SYSTEM, "Windows");
        }
        return search.find(Optional.empty())
                .failure()
                .orElseGet(() -> Problem.of(PrinterProblem.SOFTWARE_NOT_USED, search.kit()));
    }
}
