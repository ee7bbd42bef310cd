package org.keyhopper.printer.evolis.protocol;

import java.time.Duration;
import org.keyhopper.api.printer.CardLocation;
import org.keyhopper.api.printer.PrinterException;
import org.keyhopper.api.transport.Deadline;
import org.keyhopper.printer.support.Pause;

/**
 * Queries the position of the card. Directly after a movement some printers repeat that movement's {@code OK}, which
 * would be read as "no card": it is accepted only if it is repeated.
 */
final class PositionQuery {

    private static final Duration INTERVAL = Duration.ofMillis(100);
    private static final int MAX_QUERIES = 2;

    private boolean afterMovement;

    /** Queries the printer once. */
    @FunctionalInterface
    interface Query {
        String ask() throws PrinterException, InterruptedException;
    }

    /** Notes that a command was sent, whose reply may be repeated. */
    void sent(String command) {
        afterMovement = command.startsWith("S");
    }

    CardLocation read(Query question, Deadline deadline) throws PrinterException, InterruptedException {
        String reply = question.ask();
        for (int times = 0; times < MAX_QUERIES && afterMovement && EvolisReply.isDone(reply); times++) {
            Pause.of(INTERVAL, deadline);
            reply = question.ask();
        }
        afterMovement = false;
        return EvolisReply.position(reply);
    }
}
