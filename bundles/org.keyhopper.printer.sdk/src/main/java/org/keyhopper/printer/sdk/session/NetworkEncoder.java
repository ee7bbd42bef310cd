package org.keyhopper.printer.sdk.session;

import java.time.Duration;
import org.keyhopper.api.printer.PrinterException;
import org.keyhopper.api.transport.Deadline;
import org.keyhopper.printer.sdk.protocol.FargoLink;
import org.keyhopper.printer.support.Pause;

/**
 * An encoder on the network, whose reader shows cards only during a session. It is opened before the first card and
 * ended with the companion process.
 */
public final class NetworkEncoder {

    /** How long the program in the field waits after it has opened a session. */
    public static final Duration SETTLE = Duration.ofSeconds(5);

    private static final Duration POLL_INTERVAL = Duration.ofMillis(250);

    private final FargoLink link;
    private final String reader;
    private final Duration settle;
    private boolean held;

    public NetworkEncoder(FargoLink link, String reader, Duration settle) {
        this.link = link;
        this.reader = reader;
        this.settle = settle;
    }

    /**
     * Opens the session, unless this companion process has opened it. One that a companion process before it has left open
     * is ended first.
     */
    public void open(Deadline deadline) throws PrinterException, InterruptedException {
        link.openReader(reader, settle, held, deadline);
        held = true;
    }

    /**
     * Waits for the card to be shown. A session may have been dropped: if there is no card after twice the time to settle,
     * it is opened anew, once. A card that is not shown then is left to the caller, who sees the reader, too.
     */
    void awaitCard(Deadline deadline) throws PrinterException, InterruptedException {
        open(deadline);
        Deadline shown = deadline.atMost(settle.multipliedBy(2));
        while (!link.readerSeesCard(deadline)) {
            if (shown.hasPassed()) {
                link.endReader(deadline);
                open(deadline);
                return;
            }
            Pause.of(POLL_INTERVAL, shown);
        }
    }
}
