package org.keyhopper.transport.helper.internal.client;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.keyhopper.api.device.DeviceProblem;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.transport.TransportProvider;
import org.keyhopper.api.transport.TransportState;
import org.keyhopper.transport.helper.internal.Log;
import org.keyhopper.transport.helper.internal.place.Place;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;

/** Reaches devices that this process may not open, through a helper that may. Looks for one as long as there is none. */
@Component(service = TransportProvider.class)
public final class HelperTransport implements TransportProvider {

    public static final String ID = "helper";

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);
    private static final TransportState NOTHING = TransportState.of(List.of(), List.of());

    private final Place place;
    private final AtomicLong arrivals = new AtomicLong();
    private final List<Feed> feeds = new CopyOnWriteArrayList<>();

    /** All guarded by this. */
    private TransportState told;

    private Thread thread;
    private HelperConnection connection;
    private boolean ended;

    @Activate
    public HelperTransport() {
        this(Place.ofClient(System.getenv(), System.getProperty("user.name")));
    }

    public HelperTransport(Place place) {
        this.place = place;
    }

    @Override
    public String id() {
        return ID;
    }

    /** Once somebody watched, the connection is kept: a helper serves one client, once. */
    @Override
    public synchronized Watch watch(TransportListener listener) {
        Feed feed = new Feed(listener);
        feeds.add(feed);
        if (told != null) {
            feed.offer(told);
        }
        if (thread == null) {
            thread = Thread.ofPlatform().daemon().name("helper").start(this::run);
        }
        return () -> {
            feeds.remove(feed);
            feed.close();
        };
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
        feeds.forEach(Feed::close);
        feeds.clear();
    }

    private void run() {
        try {
            while (true) {
                meet();
                Thread.sleep(BETWEEN_LOOKS);
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private void meet() {
        try (HelperConnection made = HelperConnection.to(place, arrivals)) {
            if (adopt(made)) {
                made.follow(this::tell);
            }
            tell(NOTHING);
        } catch (HelperUnavailableException nobody) {
            tell(NOTHING);
        } catch (IOException | RuntimeException unusable) {
            refuse(Problem.of(DeviceProblem.HELPER_UNUSABLE).withDetail(unusable.getMessage()), unusable);
        }
    }

    private synchronized boolean adopt(HelperConnection made) {
        connection = made;
        return !ended;
    }

    private synchronized void refuse(Problem problem, Exception why) {
        TransportState refused = new TransportState(Optional.of(problem), List.of(), List.of());
        if (!refused.equals(told)) {
            Log.warn("A helper is not used", why);
        }
        tell(refused);
    }

    private synchronized void tell(TransportState state) {
        if (!state.equals(told)) {
            told = state;
            feeds.forEach(feed -> feed.offer(state));
        }
    }
}
