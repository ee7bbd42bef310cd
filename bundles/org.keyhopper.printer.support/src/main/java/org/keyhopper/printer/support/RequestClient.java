package org.keyhopper.printer.support;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.util.Locale;
import org.keyhopper.api.printer.PrinterException;
import org.keyhopper.api.printer.PrinterProblem;
import org.keyhopper.api.transport.Deadline;

/**
 * Exchanges requests and replies over a stream that is kept open, and reopened after a failure or when the peer has
 * closed it. A query that fails on a reused stream is repeated once on a new one; a movement never is.
 */
public final class RequestClient implements AutoCloseable {

    private static final int MAX_SINGLE_EXCHANGES = 2;

    private final String address;
    private final ByteStream.Source source;
    private final Greeting greeting;
    private volatile ByteStream stream;
    private int exchanges;
    private int singleExchanges;

    public RequestClient(String address, ByteStream.Source source, Greeting greeting) {
        this.address = address;
        this.source = source;
        this.greeting = greeting;
    }

    public RequestClient(String address, ByteStream.Source source) {
        this(address, source, (opened, deadline) -> {});
    }

    /** Reads one reply from a stream. */
    @FunctionalInterface
    public interface Reply<T> {
        /** Returns the reply. Throws an {@link IOException} at a premature end of the stream. */
        T read(ByteStream from, Deadline deadline) throws IOException, InterruptedException;
    }

    /** The handshake on every new stream, before the first request. */
    @FunctionalInterface
    public interface Greeting {
        void exchange(ByteStream opened, Deadline deadline) throws IOException, InterruptedException;
    }

    /** Sends a request and reads its reply. Blocking. */
    public <T> T exchange(byte[] request, Purpose purpose, Reply<T> reply, Deadline deadline)
            throws PrinterException, InterruptedException {
        if (stream != null && (closesAfterEachReply() || stream.hasEnded())) {
            leave();
        }
        boolean used = stream != null;
        try {
            connect(deadline);
            return attempt(request, reply, deadline);
        } catch (PrinterException e) {
            throw e;
        } catch (ByteStream.NotSentException e) {
            throw unreachable(e.reason());
        } catch (IOException e) {
            countExchanges(used ? exchanges : 0);
            if (used && purpose == Purpose.QUERY && !deadline.hasPassed()) {
                return exchange(request, purpose, reply, deadline);
            }
            throw purpose.unanswered(e);
        }
    }

    private void leave() {
        countExchanges(exchanges);
        close();
    }

    /** Records the number of exchanges before the peer closed the stream. */
    private void countExchanges(int carried) {
        singleExchanges = carried == 1 ? singleExchanges + 1 : 0;
    }

    /**
     * A peer that closed the stream after one exchange several times in a row will do so again, possibly before it can
     * be detected.
     */
    private boolean closesAfterEachReply() {
        return singleExchanges >= MAX_SINGLE_EXCHANGES;
    }

    /** Opens the stream if it is not open. */
    public void connect(Deadline deadline) throws PrinterException, InterruptedException {
        if (stream != null) {
            return;
        }
        try {
            exchanges = 0;
            stream = source.open(deadline);
            guarded(() -> {
                greeting.exchange(stream, deadline);
                return stream;
            });
        } catch (IOException e) {
            throw unreachable(e);
        }
    }

    @Override
    public void close() {
        if (stream != null) {
            stream.close();
            stream = null;
        }
    }

    private PrinterException unreachable(IOException cause) {
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
            stream.write(request, deadline);
            T answer = reply.read(stream, deadline);
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
