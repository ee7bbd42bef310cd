package org.keyhopper.printer.evolis.protocol;

import java.nio.file.Path;
import java.util.Map;
import org.keyhopper.api.printer.PrinterException;
import org.keyhopper.api.printer.PrinterProblem;
import org.keyhopper.api.transport.Deadline;
import org.keyhopper.printer.support.ByteStream;
import org.keyhopper.printer.support.HostPort;
import org.keyhopper.printer.support.Purpose;
import org.keyhopper.printer.support.RequestClient;
import org.keyhopper.printer.support.SocketStream;

/**
 * Calls methods of the vendor's service ("Evolis Services Provider") over one persistent connection. Not thread-safe.
 */
public final class ServiceClient implements AutoCloseable {

    public static final HostPort DEFAULT_ADDRESS = new HostPort("127.0.0.1", 18000);
    public static final String DEFAULT_PIPE = "EspfServer00";

    private static final String PIPES = "\\\\.\\pipe\\";
    private static final String TCP_ENABLED =
            "RequestServer.tcpenabled=true in evoservice.properties (evolis-pipe:NAME needs no setting)";
    private static final String PIPE_ENABLED = "ESPFServerManager.disablepipeserver=false in ESPFSvc.properties";

    private final String place;
    private final String howToEnable;
    private final RequestClient client;

    ServiceClient(String place, ByteStream.Source wires, String howToEnable) {
        this.place = place;
        this.howToEnable = howToEnable;
        this.client = new RequestClient(place, wires);
    }

    /** Returns a client over TCP, which is disabled in the service by default. */
    public static ServiceClient tcp(HostPort service) {
        return new ServiceClient(service.toString(), left -> SocketStream.open(service, left), TCP_ENABLED);
    }

    /** Returns a client over a named pipe of Windows, which is enabled in the service by default. */
    public static ServiceClient pipe(String name) {
        Path pipe = Path.of(PIPES + name);
        return new ServiceClient("pipe " + name, left -> NamedPipeStream.open(pipe, left), PIPE_ENABLED);
    }

    /** Calls a method. Blocking. An error of the service is returned as an answer. */
    ServiceMessages.Answer call(String method, Map<String, String> parameters, Purpose purpose, Deadline deadline)
            throws PrinterException, InterruptedException {
        try {
            return client.exchange(
                    ServiceMessages.request(method, parameters), purpose, ServiceMessages::readAnswer, deadline);
        } catch (PrinterException e) {
            throw e.problem().is(PrinterProblem.UNREACHABLE) ? notListening(e) : e;
        }
    }

    PrinterException absent(String detail) {
        return PrinterException.of(PrinterProblem.SERVICE_OFF, "Evolis Premium Suite, " + place, howToEnable)
                .withDetail(detail);
    }

    private PrinterException notListening(PrinterException cause) {
        return absent(cause.problem().detail()).causedBy(cause);
    }

    @Override
    public void close() {
        client.close();
    }
}
