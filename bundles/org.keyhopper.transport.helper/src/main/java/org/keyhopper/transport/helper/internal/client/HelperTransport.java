package org.keyhopper.transport.helper.internal.client;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.keyhopper.api.device.DeviceProblem;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.transport.TransportProvider;
import org.keyhopper.api.transport.TransportState;
import org.keyhopper.transport.helper.internal.Log;
import org.keyhopper.transport.helper.internal.place.HelperFolder;
import org.keyhopper.transport.support.MonitoringTransport;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;

/**
 * The transport to devices that this process must not open, through a helper with the permission. Polls for a helper
 * while there is none.
 */
@Component(service = TransportProvider.class)
public final class HelperTransport extends MonitoringTransport<StateNotifier> {

    public static final String ID = "helper";

    private static final Duration POLL_INTERVAL = Duration.ofMillis(500);
    private static final TransportState NOTHING = TransportState.of(List.of(), List.of());

    private final HelperFolder place;
    private final AtomicLong arrivals = new AtomicLong();

    /** All guarded by this. */
    private TransportState reported;

    private Thread thread;
    private HelperConnection connection;
    private boolean ended;

    @Activate
    public HelperTransport() {
        this(HelperFolder.searchedBy(System.getenv(), System.getProperty("user.name")));
    }

    public HelperTransport(HelperFolder place) {
        this.place = place;
    }

    @Override
    public String id() {
        return ID;
    }

    /** Once opened by a watch, the connection is kept: a helper serves only one client. */
    @Override
    public synchronized Watch watch(TransportListener listener) {
        Watch watch = super.watch(listener);
        if (thread == null) {
            thread = Thread.ofPlatform().daemon().name("helper").start(this::run);
        }
        return watch;
    }

    @Override
    protected synchronized StateNotifier monitor(TransportListener listener) {
        StateNotifier notifier = new StateNotifier(listener);
        if (reported != null) {
            notifier.offer(reported);
        }
        return notifier;
    }

    @Deactivate
    public synchronized void deactivate() {
        ended = true;
        if (connection != null) {
            connection.close();
        }
        if (thread != null) {
            thread.interrupt();
        }
        closeWatches();
    }

    private void run() {
        try {
            while (true) {
                connect();
                Thread.sleep(POLL_INTERVAL);
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private void connect() {
        try (HelperConnection made = HelperConnection.to(place, arrivals)) {
            if (takeOver(made)) {
                made.follow(this::report);
            }
            report(NOTHING);
        } catch (HelperUnavailableException nobody) {
            report(NOTHING);
        } catch (IOException | RuntimeException unusable) {
            reportRefused(Problem.of(DeviceProblem.HELPER_UNUSABLE).withDetail(unusable.getMessage()), unusable);
        }
    }

    private synchronized boolean takeOver(HelperConnection made) {
        connection = made;
        return !ended;
    }

    private synchronized void reportRefused(Problem problem, Exception why) {
        TransportState refused = new TransportState(Optional.of(problem), List.of(), List.of());
        if (!refused.equals(reported)) {
            Log.warn("Helper rejected", why);
        }
        report(refused);
    }

    private synchronized void report(TransportState state) {
        if (!state.equals(reported)) {
            reported = state;
            monitors().forEach(notifier -> notifier.offer(state));
        }
    }
}
