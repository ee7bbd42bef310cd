package org.keyhopper.central.server.internal.http;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.io.ssl.SslConnection;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.handler.EventsHandler;

/**
 * Closes connections of callers that send too slowly. Jetty's idle timeout begins anew with each byte, and its minimum
 * data rate does not act while a servlet reads, so each phase has a deadline of its own: the headers, counted from the
 * connection or the call before, and the body, counted from the headers. Replies have none.
 */
public final class CallerDeadlines extends EventsHandler implements Connection.Listener {

    /**
     * How long each phase may take.
     *
     * @param first from the connection to the end of the headers of its first call
     * @param next from the reply to the end of the headers of the next call
     * @param body from the headers to the end of the body
     */
    public record Limits(Duration first, Duration next, Duration body) {

        /** What applies to a server. */
        public static final Limits USUAL =
                new Limits(Duration.ofSeconds(20), Duration.ofSeconds(75), Duration.ofSeconds(30));
    }

    private final Limits limits;
    private final Map<Connection, Future<?>> running = new ConcurrentHashMap<>();
    private final ScheduledExecutorService timer;

    public CallerDeadlines(Handler handler, Limits limits) {
        super(handler);
        this.limits = limits;
        ScheduledThreadPoolExecutor executor = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, "deadlines");
            thread.setDaemon(true);
            return thread;
        });
        executor.setRemoveOnCancelPolicy(true);
        timer = executor;
    }

    @Override
    public void onOpened(Connection connection) {
        if (!(connection instanceof SslConnection)) {
            begin(connection, limits.first());
        }
    }

    @Override
    public void onClosed(Connection connection) {
        end(connection);
    }

    @Override
    protected void onBeforeHandling(Request request) {
        Connection connection = request.getConnectionMetaData().getConnection();
        // Without either field a request has no body (RFC 9112 section 6.3).
        if (request.getLength() > 0 || request.getHeaders().contains(HttpHeader.TRANSFER_ENCODING)) {
            begin(connection, limits.body());
        } else {
            end(connection);
        }
    }

    @Override
    protected void onRequestRead(Request request, Content.Chunk chunk) {
        if (chunk != null && chunk.isLast()) {
            end(request.getConnectionMetaData().getConnection());
        }
    }

    @Override
    protected void onComplete(Request request, int status, HttpFields headers, Throwable failure) {
        Connection connection = request.getConnectionMetaData().getConnection();
        if (connection.getEndPoint().isOpen()) {
            begin(connection, limits.next());
        }
    }

    private void begin(Connection connection, Duration limit) {
        if (!timer.isShutdown()) {
            Future<?> task = timer.schedule(
                    () -> connection.getEndPoint().close(new TimeoutException("the caller sends too slowly")),
                    limit.toMillis(),
                    TimeUnit.MILLISECONDS);
            cancel(running.put(connection, task));
        }
    }

    private void end(Connection connection) {
        cancel(running.remove(connection));
    }

    private static void cancel(Future<?> task) {
        if (task != null) {
            task.cancel(false);
        }
    }

    @Override
    protected void doStop() throws Exception {
        timer.shutdownNow();
        super.doStop();
    }
}
