package org.keyhopper.printer.evolis.internal;

import java.time.Duration;
import org.keyhopper.api.printer.CardLocation;
import org.keyhopper.api.printer.PrinterException;
import org.keyhopper.api.transport.Deadline;
import org.keyhopper.printer.support.Pause;

/**
 * Reads where the card is. Directly after a movement some printers repeat that movement's {@code OK}, which would read as
 * "no card": it counts only when it is said again.
 */
final class PositionReading {

    private static final Duration BETWEEN = Duration.ofMillis(100);
    private static final int AGAIN = 2;

    private boolean afterMovement;

    /** Asks the printer once. */
    @FunctionalInterface
    interface Question {
        String ask() throws PrinterException, InterruptedException;
    }

    /** A command is sent; what follows may be its reply once more. */
    void sent(String command) {
        afterMovement = command.startsWith("S");
    }

    CardLocation read(Question question, Deadline deadline) throws PrinterException, InterruptedException {
        String reply = question.ask();
        for (int times = 0; times < AGAIN && afterMovement && EvolisReply.isDone(reply); times++) {
            Pause.of(BETWEEN, deadline);
            reply = question.ask();
        }
        afterMovement = false;
        return EvolisReply.position(reply);
    }
}
