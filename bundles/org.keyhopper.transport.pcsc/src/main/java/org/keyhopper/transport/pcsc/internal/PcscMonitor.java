package org.keyhopper.transport.pcsc.internal;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import jnasmartcardio.Smartcardio.JnaCardTerminals;
import org.keyhopper.api.device.DeviceProblem;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.transport.DeviceLink;
import org.keyhopper.api.transport.TransportProvider.TransportListener;
import org.keyhopper.api.transport.TransportState;
import org.keyhopper.transport.pcsc.internal.CardInsertions.Sighting;
import org.keyhopper.transport.support.TransportMonitor;

/**
 * Monitors the readers on a thread of its own and survives restarts of the service: Windows stops it with the last
 * reader, and a restarted daemon invalidates all contexts.
 */
final class PcscMonitor extends TransportMonitor {

    private static final Duration RETRY_PAUSE = Duration.ofMillis(500);

    /** Waiting for a change takes half a second at most. */
    private static final Duration HANG_TIMEOUT = Duration.ofSeconds(8);

    private final Watchdog watchdog = new Watchdog(HANG_TIMEOUT, this::reportHang);
    private final PcscSystem pcsc;
    private final Function<Insertion, DeviceLink> linkOf;
    private final CardInsertions insertions;
    private final Map<Insertion, DeviceLink> links = new HashMap<>();

    PcscMonitor(
            PcscSystem pcsc,
            Function<String, Insertion> arrival,
            Function<Insertion, DeviceLink> linkOf,
            TransportListener listener) {
        super("PC/SC readers", listener);
        this.pcsc = pcsc;
        this.linkOf = linkOf;
        this.insertions = new CardInsertions(arrival);
    }

    @Override
    protected void run() {
        watchdog.start(() -> !isClosed());
        while (!isClosed()) {
            watchdog.beat();
            try {
                followOneContext();
            } catch (PcscException unavailable) {
                Log.debug("PC/SC", unavailable);
                reportObstacle(unavailable);
            } catch (RuntimeException | LinkageError failure) {
                Log.warn("PC/SC readers cannot be monitored", failure);
                report(TransportState.blocked(
                        Problem.of(DeviceProblem.SERVICE_UNAVAILABLE).withDetail(failure.toString())));
            }
            pause(RETRY_PAUSE);
        }
    }

    private void followOneContext() throws PcscException {
        JnaCardTerminals context = pcsc.context();
        try {
            new ReaderMonitor(context).follow(this::update, () -> !isClosed());
        } catch (PcscException | RuntimeException failure) {
            // The state of the readers is unknown now. Closing a watch does not end the insertions.
            insertions.endAll(Problem.of(DeviceProblem.SERVICE_UNAVAILABLE).withDetail(failure.toString()));
            links.clear();
            throw failure;
        } finally {
            PcscCard.release(context);
        }
    }

    private void update(List<Sighting> sightings) {
        watchdog.beat();
        List<Insertion> present = insertions.update(sightings);
        links.keySet().retainAll(present);
        present.forEach(insertion -> links.computeIfAbsent(insertion, linkOf));
        report(TransportState.of(
                sightings.stream().map(Sighting::reader).toList(),
                present.stream().map(links::get).toList()));
    }

    /** Whatever the code: if the readers cannot be monitored, the service is unavailable. */
    private void reportObstacle(PcscException unavailable) {
        if (unavailable.is(ScardCode.NO_READERS_AVAILABLE)) {
            report(TransportState.of(List.of(), List.of()));
            return;
        }
        boolean denied = ScardCode.problem(unavailable.code()) == DeviceProblem.ACCESS_DENIED;
        DeviceProblem obstacle = denied ? DeviceProblem.ACCESS_DENIED : DeviceProblem.SERVICE_UNAVAILABLE;
        report(TransportState.blocked(Problem.of(obstacle).withDetail(unavailable.getMessage())));
    }

    /** Reports the last known state, since nothing newer is known. */
    private void reportHang() {
        TransportState last = last();
        report(new TransportState(Optional.of(Problem.of(DeviceProblem.SERVICE_SILENT)), last.slots(), last.links()));
    }
}
