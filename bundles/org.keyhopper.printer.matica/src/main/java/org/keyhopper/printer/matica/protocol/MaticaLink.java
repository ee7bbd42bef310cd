package org.keyhopper.printer.matica.protocol;

import java.io.IOException;
import java.time.LocalDateTime;
import org.keyhopper.api.printer.CardLocation;
import org.keyhopper.api.printer.PrinterException;
import org.keyhopper.api.transport.Deadline;
import org.keyhopper.printer.matica.status.MaticaStatus;
import org.keyhopper.printer.support.ByteStream;
import org.keyhopper.printer.support.HostPort;
import org.keyhopper.printer.support.Purpose;
import org.keyhopper.printer.support.RequestClient;
import org.keyhopper.printer.support.SocketStream;

/** The connection to one printer. Not thread-safe. */
public final class MaticaLink {

    private final RequestClient wire;
    private String model = "";
    private int sequence;

    public MaticaLink(HostPort printer) {
        wire = new RequestClient("matica://" + printer, left -> SocketStream.open(printer, left), this::handshake);
    }

    /** Connects, and returns the model. */
    public String connect(Deadline deadline) throws PrinterException, InterruptedException {
        wire.connect(deadline);
        return model;
    }

    /** Sends a command and returns the reply, which may be an error. */
    public MaticaMessage send(int command, Purpose purpose, Deadline deadline)
            throws PrinterException, InterruptedException {
        wire.connect(deadline);
        MaticaMessage request = MaticaMessage.command(sequence++, command);
        return wire.exchange(request.encoded(), purpose, (from, left) -> reply(request, from, left), deadline);
    }

    /** Returns the error word of a readiness query; after a reported change, that of a second query. */
    public int readiness(Deadline deadline) throws PrinterException, InterruptedException {
        int word = send(MaticaProtocol.READY, Purpose.QUERY, deadline).status();
        return word == MaticaStatus.MEDIUM_CHANGED
                ? send(MaticaProtocol.READY, Purpose.QUERY, deadline).status()
                : word;
    }

    public CardLocation location(Deadline deadline) throws PrinterException, InterruptedException {
        MaticaMessage reply = send(MaticaProtocol.POSITION, Purpose.QUERY, deadline);
        if (reply.status() != MaticaStatus.READY) {
            throw MaticaStatus.failure(reply.status());
        }
        return MaticaProtocol.location(reply.data());
    }

    public void close() {
        wire.close();
    }

    private void handshake(ByteStream opened, Deadline deadline) throws IOException, InterruptedException {
        MaticaMessage welcome = MaticaMessage.read(opened, deadline);
        require(welcome, MaticaMessage.WELCOME);
        model = MaticaProtocol.model(welcome);
        if (!MaticaProtocol.isKnown(model)) {
            throw new IOException("not an XID printer: " + model);
        }
        opened.write(MaticaProtocol.document(model, LocalDateTime.now()).encoded(), deadline);
        require(MaticaMessage.read(opened, deadline), MaticaMessage.DOCUMENT_ACCEPTED);
        sequence = 0;
    }

    private static MaticaMessage reply(MaticaMessage request, ByteStream from, Deadline deadline)
            throws IOException, InterruptedException {
        MaticaMessage reply = MaticaMessage.read(from, deadline);
        while (isLate(reply, request)) {
            reply = MaticaMessage.read(from, deadline);
        }
        boolean known = reply.function() == MaticaMessage.DONE
                || reply.function() == MaticaMessage.REFUSED
                || reply.function() == MaticaMessage.DONE_WITH_DATA;
        if (!known || reply.sequence() != request.sequence()) {
            throw new IOException("not the reply to request %d: %s".formatted(request.sequence(), header(reply)));
        }
        return reply;
    }

    /** Replies to earlier requests may still be queued in the printer. */
    private static boolean isLate(MaticaMessage reply, MaticaMessage request) {
        return reply.sequence() >= 0 && reply.sequence() < request.sequence();
    }

    private static void require(MaticaMessage message, int function) throws IOException {
        if (message.function() != function || message.status() != MaticaStatus.READY) {
            throw new IOException("unexpected message in the handshake: " + header(message));
        }
    }

    private static String header(MaticaMessage message) {
        return "%08X %08X %08X".formatted(message.function(), message.status(), message.sequence());
    }
}
