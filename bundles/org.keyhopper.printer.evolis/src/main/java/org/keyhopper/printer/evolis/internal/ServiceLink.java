package org.keyhopper.printer.evolis.internal;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.keyhopper.api.printer.CardLocation;
import org.keyhopper.api.printer.DiscoveredPrinter;
import org.keyhopper.api.printer.PrinterAddress;
import org.keyhopper.api.printer.PrinterException;
import org.keyhopper.api.printer.PrinterProblem;
import org.keyhopper.api.printer.PrinterStatus;
import org.keyhopper.api.transport.Deadline;
import org.keyhopper.printer.support.HostPort;
import org.keyhopper.printer.support.Purpose;
import org.keyhopper.printer.support.SocketWire;
import org.keyhopper.printer.support.WireClient;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Commands through the vendor's service ("Evolis Services Provider"), which has to be told to listen on TCP. */
final class ServiceLink implements EvolisLink {

    private static final Logger LOG = LoggerFactory.getLogger(ServiceLink.class);
    static final HostPort USUAL = new HostPort("127.0.0.1", 18000);
    private static final String HOW_TO_ENABLE = "RequestServer.tcpenabled=true in evoservice.properties";
    private static final Duration LOOKING = Duration.ofSeconds(2);
    private static final Duration ON_THE_WAY = Duration.ofMillis(500);

    private final HostPort service;
    private final String device;

    ServiceLink(HostPort service, String device) {
        this.service = service;
        this.device = device;
    }

    /** Lists the printers the service on this computer looks after; none when it does not listen. */
    static List<DiscoveredPrinter> discover(Deadline deadline) throws InterruptedException {
        List<DiscoveredPrinter> found = new ArrayList<>();
        try {
            Deadline soon = deadline.remaining().compareTo(LOOKING) < 0 ? deadline : Deadline.in(LOOKING);
            ServiceMessages.Answer answer = new ServiceLink(USUAL, "")
                    .call("SUPERVISION.List", Map.of("device", "", "level", "2"), Purpose.QUESTION, soon);
            for (String entry : answer.result().orElse("").split(";")) {
                String name = entry.split(",")[0].strip();
                if (!name.isEmpty()) {
                    PrinterAddress address = PrinterAddress.of(EvolisAddress.SERVICE, USUAL + "/" + name);
                    found.add(new DiscoveredPrinter(address, name));
                }
            }
        } catch (PrinterException e) {
            LOG.debug("no Evolis service on this computer: {}", e.problem());
        }
        return found;
    }

    @Override
    public String send(String command, Purpose purpose, Deadline deadline)
            throws PrinterException, InterruptedException {
        long patience = Math.max(1, deadline.remaining().minus(ON_THE_WAY).toMillis());
        Map<String, String> parameters =
                Map.of("command", command, "device", device, "timeout", String.valueOf(patience));
        ServiceMessages.Answer answer = call("CMD.SendCommand", parameters, purpose, deadline);
        if (answer.error().isPresent()) {
            throw refusal(answer.error().get(), purpose);
        }
        return answer.result().orElse("");
    }

    @Override
    public PrinterStatus status(Deadline deadline) throws PrinterException, InterruptedException {
        ServiceMessages.Answer answer;
        try {
            answer = call("SUPERVISION.GetState", Map.of("device", device), Purpose.QUESTION, deadline);
        } catch (PrinterException e) {
            return PrinterStatus.of(PrinterStatus.State.OFFLINE, CardLocation.UNKNOWN)
                    .with(Set.of(e.problem()));
        }
        if (answer.error().isPresent()) {
            throw refusal(answer.error().get(), Purpose.QUESTION);
        }
        return EvolisStatus.of(answer.result().orElse(""));
    }

    @Override
    public void takeOver(Deadline deadline) {
        // The service supervises the printer's errors; it is not ours to change that.
    }

    @Override
    public void handBack(Deadline deadline) {
        // See takeOver.
    }

    @Override
    public boolean tellsPresence() {
        return false;
    }

    @Override
    public void close() {
        // Every request has a connection of its own.
    }

    private ServiceMessages.Answer call(
            String method, Map<String, String> parameters, Purpose purpose, Deadline deadline)
            throws PrinterException, InterruptedException {
        WireClient client = new WireClient(service.toString(), left -> SocketWire.open(service, left));
        try (client) {
            client.connect(deadline);
            return client.exchange(
                    ServiceMessages.request(method, parameters), purpose, ServiceMessages::readAnswer, deadline);
        } catch (PrinterException e) {
            throw e.problem().is(PrinterProblem.UNREACHABLE) ? notListening(e) : e;
        }
    }

    private PrinterException notListening(PrinterException cause) {
        return PrinterException.of(PrinterProblem.SERVICE_OFF, "Evolis Premium Suite, " + service, HOW_TO_ENABLE)
                .withDetail(cause.problem().detail())
                .causedBy(cause);
    }

    /** Which errors mean that a movement was not begun is known of one only; any other leaves it open. */
    private PrinterException refusal(String error, Purpose purpose) {
        if (error.toLowerCase(Locale.ROOT).contains("already reserved")) {
            return PrinterException.of(PrinterProblem.RESERVED).withDetail(error);
        }
        if (purpose != Purpose.MOVEMENT && error.toLowerCase(Locale.ROOT).contains("offline")) {
            return PrinterException.of(PrinterProblem.OFFLINE).withDetail(error);
        }
        if (purpose == Purpose.MOVEMENT) {
            return purpose.unanswered(new IOException(error));
        }
        return PrinterException.of(PrinterProblem.NOT_FOUND, device).withDetail(error);
    }
}
