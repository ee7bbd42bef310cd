package org.keyhopper.printer.evolis.protocol;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.keyhopper.api.printer.DiscoveredPrinter;
import org.keyhopper.api.printer.PrinterAddress;
import org.keyhopper.api.printer.PrinterException;
import org.keyhopper.api.transport.Deadline;
import org.keyhopper.printer.support.Purpose;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds the printers of the service on this computer, which lists them by model. */
public final class ServiceDiscovery {

    private static final Logger LOG = LoggerFactory.getLogger(ServiceDiscovery.class);
    private static final Duration TIMEOUT = Duration.ofSeconds(2);

    /**
     * Models with an encoder that support the common command language. The service returns nothing for unknown models.
     */
    static final List<String> MODELS = List.of(
            "Evolis Primacy",
            "Evolis Primacy 2",
            "Evolis Zenius",
            "Evolis Elypso",
            "Evolis KC100",
            "Evolis KC200",
            "Evolis KC200B",
            "Evolis Quantum 2",
            "Evolis Dualys 3",
            "Evolis Pebble 4");

    private final ServiceClient service;
    private final String scheme;
    private final String prefix;

    /**
     * @param scheme of the addresses found
     * @param prefix precedes the printer's name in the address
     */
    public ServiceDiscovery(ServiceClient service, String scheme, String prefix) {
        this.service = service;
        this.scheme = scheme;
        this.prefix = prefix;
    }

    /** Returns the printers found; none if the service does not listen. */
    public List<DiscoveredPrinter> discover(Deadline deadline) throws InterruptedException {
        Deadline soon = deadline.remaining().compareTo(TIMEOUT) < 0 ? deadline : Deadline.in(TIMEOUT);
        List<DiscoveredPrinter> found = new ArrayList<>();
        try (service) {
            for (String model : MODELS) {
                list(model, soon).forEach(name -> found.add(printer(name)));
            }
        } catch (PrinterException e) {
            LOG.debug("no Evolis service on this computer: {}", e.problem());
        }
        return found;
    }

    private List<String> list(String model, Deadline deadline) throws PrinterException, InterruptedException {
        ServiceMessages.Answer answer =
                service.call("SUPERVISION.List", Map.of("device", model, "level", "0"), Purpose.QUERY, deadline);
        List<String> names = new ArrayList<>();
        for (String entry : answer.result().orElse("").split(";")) {
            String name = entry.split(",")[0].strip();
            if (!name.isEmpty()) {
                names.add(name);
            }
        }
        return names;
    }

    private DiscoveredPrinter printer(String name) {
        return new DiscoveredPrinter(PrinterAddress.of(scheme, prefix + name), name);
    }
}
