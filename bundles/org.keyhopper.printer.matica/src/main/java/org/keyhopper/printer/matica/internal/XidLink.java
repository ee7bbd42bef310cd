package org.keyhopper.printer.matica.internal;

import java.io.IOException;
import java.time.LocalDateTime;
import org.keyhopper.api.printer.CardLocation;
import org.keyhopper.api.printer.PrinterException;
import org.keyhopper.api.transport.Deadline;
import org.keyhopper.printer.support.HostPort;
import org.keyhopper.printer.support.Purpose;
import org.keyhopper.printer.support.SocketWire;
import org.keyhopper.printer.support.Wire;
import org.keyhopper.printer.support.WireClient;

/** The conversation with one printer. One thread. */
final class XidLink {

    private final WireClient wire;
    private String model = "";
    private int sequence;

    XidLink(HostPort printer) {
        wire = new WireClient("matica://" + printer, left -> SocketWire.open(printer, left), this::greet);
    }

    /** Connects, and returns the model. */
    String connect(Deadline deadline) throws PrinterException, InterruptedException {
        wire.connect(deadline);
        return model;
    }

    /** Sends a command and returns the reply, which may be a refusal. */
    XidMessage send(int command, Purpose purpose, Deadline deadline) throws PrinterException, InterruptedException {
        wire.connect(deadline);
        XidMessage request = XidMessage.command(sequence++, command);
        return wire.exchange(request.encoded(), purpose, (from, left) -> reply(request, from, left), deadline);
    }

    /** Returns the error word the printer answers when asked whether it is ready. */
    int readiness(Deadline deadline) throws PrinterException, InterruptedException {
        return send(XidProtocol.READY, Purpose.QUESTION, deadline).status();
    }

    CardLocation location(Deadline deadline) throws PrinterException, InterruptedException {
        XidMessage reply = send(XidProtocol.POSITION, Purpose.QUESTION, deadline);
        if (reply.status() != XidStatus.READY) {
            throw XidStatus.failure(reply.status());
        }
        return XidProtocol.location(reply.data());
    }

    void close() {
        wire.close();
    }

    private void greet(Wire opened, Deadline deadline) throws IOException, InterruptedException {
        XidMessage welcome = XidMessage.read(opened, deadline);
        require(welcome, XidMessage.WELCOME);
        model = XidProtocol.model(welcome);
        opened.write(XidProtocol.document(model, LocalDateTime.now()).encoded(), deadline);
        require(XidMessage.read(opened, deadline), XidMessage.DOCUMENT_ACCEPTED);
        sequence = 0;
    }

    private static XidMessage reply(XidMessage request, Wire from, Deadline deadline)
            throws IOException, InterruptedException {
        XidMessage reply = XidMessage.read(from, deadline);
        boolean known = reply.function() == XidMessage.DONE
                || reply.function() == XidMessage.REFUSED
                || reply.function() == XidMessage.DONE_WITH_DATA;
        if (!known || reply.sequence() != request.sequence()) {
            throw new IOException("not the reply to request %d: %s".formatted(request.sequence(), header(reply)));
        }
        return reply;
    }

    private static void require(XidMessage message, int function) throws IOException {
        if (message.function() != function || message.status() != XidStatus.READY) {
            throw new IOException("unexpected in the greeting: " + header(message));
        }
    }

    private static String header(XidMessage message) {
        return "%08X %08X %08X".formatted(message.function(), message.status(), message.sequence());
    }
}
