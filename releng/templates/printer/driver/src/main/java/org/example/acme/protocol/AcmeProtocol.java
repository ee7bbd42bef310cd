package org.example.acme.protocol;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.example.acme.status.AcmeStatus;
import org.keyhopper.api.printer.Encoder;
import org.keyhopper.api.printer.PrinterException;
import org.keyhopper.api.transport.Deadline;
import org.keyhopper.printer.support.ByteStream;
import org.keyhopper.printer.support.HostPort;
import org.keyhopper.printer.support.Purpose;
import org.keyhopper.printer.support.RequestClient;
import org.keyhopper.printer.support.SocketStream;

/** Acme's language: a line of text, answered by a line: a value, {@code DONE}, or {@code ERROR} and a number. */
public final class AcmeProtocol {

    public static final String MODEL = "MODEL?";
    public static final String STATE = "STATE?";
    public static final String PLACE = "PLACE?";
    public static final String EJECT = "EJECT";
    public static final String REJECT = "REJECT";

    private final RequestClient wire;

    public AcmeProtocol(HostPort printer) {
        wire = new RequestClient("acme://" + printer, left -> SocketStream.open(printer, left));
    }

    public static String feed(Encoder encoder) {
        return "FEED " + encoder.name();
    }

    /** Asks something that may be asked again. */
    public String ask(String question, Deadline deadline) throws PrinterException, InterruptedException {
        return exchange(question, Purpose.QUERY, deadline);
    }

    /** Moves a card. Never repeated by itself: without a reply it fails with OUTCOME_UNKNOWN. */
    public void move(String command, Deadline deadline) throws PrinterException, InterruptedException {
        String reply = exchange(command, Purpose.MOVEMENT, deadline);
        if (!reply.equals("DONE")) {
            throw AcmeStatus.failure(reply);
        }
    }

    public void close() {
        wire.close();
    }

    private String exchange(String line, Purpose purpose, Deadline deadline)
            throws PrinterException, InterruptedException {
        byte[] request = (line + "\n").getBytes(StandardCharsets.US_ASCII);
        return wire.exchange(request, purpose, AcmeProtocol::readLine, deadline);
    }

    static String readLine(ByteStream from, Deadline deadline) throws IOException, InterruptedException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = from.read(deadline); next != '\n'; next = from.read(deadline)) {
            if (next < 0) {
                throw new EOFException("the printer hung up");
            }
            line.write(next);
        }
        return line.toString(StandardCharsets.US_ASCII);
    }
}
