package org.keyhopper.printer.evolis.driver;

import java.nio.file.Path;
import org.keyhopper.api.printer.PrinterAddress;
import org.keyhopper.api.printer.PrinterException;
import org.keyhopper.api.printer.PrinterProblem;
import org.keyhopper.printer.evolis.protocol.EvolisLink;
import org.keyhopper.printer.evolis.protocol.EvolisOptions;
import org.keyhopper.printer.evolis.protocol.RawLink;
import org.keyhopper.printer.evolis.protocol.ServiceClient;
import org.keyhopper.printer.evolis.protocol.ServiceLink;
import org.keyhopper.printer.support.ByteStream;
import org.keyhopper.printer.support.DeviceFileStream;
import org.keyhopper.printer.support.HostPort;
import org.keyhopper.printer.support.SocketStream;

/** The address forms. */
sealed interface EvolisAddress {

    String SERVICE = "evolis-service";
    String PIPE = "evolis-pipe";
    String RAW = "evolis-raw";

    /** Returns the link for commands. Nothing is opened yet. */
    EvolisLink link(EvolisOptions options);

    /** A printer of the vendor's service, reached over TCP. */
    record Supervised(HostPort service, String name) implements EvolisAddress {
        @Override
        public EvolisLink link(EvolisOptions options) {
            return new ServiceLink(ServiceClient.tcp(service), name, options.presence());
        }
    }

    /** A printer of the vendor's service, reached through a named pipe of this computer. */
    record Piped(String name) implements EvolisAddress {
        @Override
        public EvolisLink link(EvolisOptions options) {
            return new ServiceLink(ServiceClient.pipe(options.pipe()), name, options.presence());
        }
    }

    /** A printer that accepts commands over a byte stream. */
    record Direct(String text, ByteStream.Source wires) implements EvolisAddress {
        @Override
        public EvolisLink link(EvolisOptions options) {
            return new RawLink(text, wires, options.presence());
        }
    }

    static EvolisAddress read(PrinterAddress address) throws PrinterException {
        String location = address.location();
        if (address.scheme().equals(SERVICE)) {
            int slash = location.indexOf('/');
            if (slash <= 0 || slash == location.length() - 1) {
                throw PrinterException.of(PrinterProblem.BAD_ADDRESS, address.toString());
            }
            return new Supervised(hostPort(location.substring(0, slash), address), location.substring(slash + 1));
        }
        if (address.scheme().equals(PIPE)) {
            if (location.isBlank()) {
                throw PrinterException.of(PrinterProblem.BAD_ADDRESS, address.toString());
            }
            return new Piped(location);
        }
        if (location.startsWith("/")) {
            Path file = Path.of(location);
            return new Direct(address.toString(), deadline -> new DeviceFileStream(file));
        }
        HostPort target = hostPort(location, address);
        return new Direct(address.toString(), deadline -> SocketStream.open(target, deadline));
    }

    private static HostPort hostPort(String text, PrinterAddress address) throws PrinterException {
        return HostPort.parse(text)
                .orElseThrow(() -> PrinterException.of(PrinterProblem.BAD_ADDRESS, address.toString()));
    }
}
