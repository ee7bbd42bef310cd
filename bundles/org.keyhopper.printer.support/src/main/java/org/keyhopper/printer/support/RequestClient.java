package org.keyhopper.printer.support;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.util.Locale;
import org.keyhopper.api.printer.PrinterException;
import org.keyhopper.api.printer.PrinterProblem;
import org.keyhopper.api.transport.Deadline;

/**
 * Exchanges requests for replies over a wire that is kept open, and opened anew after a failure or when the other side has
 * hung up. A question that fails on a wire left over from before is asked once more on a new one; a movement never is.
 */
public final class RequestClient implements AutoCloseable {

    private static final int SINGLES = 2;

    private final String address;
    private final ByteStream.Source source;
    private final Greeting greeting;
    private volatile ByteStream wire;
    private int exchanges;
    private int singles;

    public RequestClient(String address, ByteStream.Source source, Greeting greeting) {
        this.address = address;
        this.source = source;
        this.greeting = greeting;
    }

    public RequestClient(String address, ByteStream.Source source) {
        this(address, source, (opened, deadline) -> {});
    }

    /** Reads one reply from a wire. */
    @FunctionalInterface
    public interface Reply<T> {
        /** Returns the reply. An end of the stream inside it is an {@link IOException}. */
        T read(ByteStream from, Deadline deadline) throws IOException, InterruptedException;
    }

    /** What is said on every new wire before the first request. */
    @FunctionalInterface
    public interface Greeting {
        void exchange(ByteStream opened, Deadline deadline) throws IOException, InterruptedException;
    }

    /** Sends a request and reads its reply. Blocking. */
    public <T> T exchange(byte[] request, Purpose purpose, Reply<T> reply, Deadline deadline)
            throws PrinterException, InterruptedException {
        if (wire != null && (hangsUp() || wire.hasEnded())) {
            leave();
        }
        boolean used = wire != null;
        try {
            connect(deadline);
            return attempt(request, reply, deadline);
        } catch (PrinterException e) {
            throw e;
        } catch (ByteStream.NotSentException e) {
            throw outOfReach(e.reason());
        } catch (IOException e) {
            countExchanges(used ? exchanges : 0);
            if (used && purpose == Purpose.QUESTION && !deadline.hasPassed()) {
                return exchange(request, purpose, reply, deadline);
            }
            throw purpose.unanswered(e);
        }
    }

    private void leave() {
        countExchanges(exchanges);
        close();
    }

    /** Notes how many exchanges a wire carried before the other side hung up. */
    private void countExchanges(int carried) {
        singles = carried == 1 ? singles + 1 : 0;
    }

    /** Who hung up after one exchange several times in a row will do so again, perhaps before it can be seen. */
    private boolean hangsUp() {
        return singles >= SINGLES;
    }

    /** Opens the wire if it is not open. */
    public void connect(Deadline deadline) throws PrinterException, InterruptedException {
        if (wire != null) {
            return;
        }
        try {
            exchanges = 0;
            wire = source.open(deadline);
            guarded(() -> {
                greeting.exchange(wire, deadline);
                return wire;
            });
        } catch (IOException e) {
            throw outOfReach(e);
        }
    }

    @Override
    public void close() {
        if (wire != null) {
            wire.close();
            wire = null;
        }
    }

    private PrinterException outOfReach(IOException cause) {
        String words = cause.toString();
        PrinterException failure;
        if (cause instanceof AccessDeniedException) {
            failure = PrinterException.of(PrinterProblem.NO_RIGHTS, address);
        } else if (words.toLowerCase(Locale.ROOT).contains("busy")) {
            failure = PrinterException.of(PrinterProblem.RESERVED);
        } else {
            failure = PrinterException.of(PrinterProblem.UNREACHABLE, address);
        }
        return failure.withDetail(words).causedBy(cause);
    }

    private <T> T attempt(byte[] request, Reply<T> reply, Deadline deadline) throws IOException, InterruptedException {
        return guarded(() -> {
            wire.write(request, deadline);
            T answer = reply.read(wire, deadline);
            exchanges++;
            return answer;
        });
    }

    private <T> T guarded(Exchange<T> exchange) throws IOException, InterruptedException {
        boolean well = false;
        try {
            T reply = exchange.run();
            well = true;
            return reply;
        } finally {
            if (!well) {
                close();
            }
        }
    }

    @FunctionalInterface
    private interface Exchange<T> {
        T run() throws IOException, InterruptedException;
    }
}
