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
import org.keyhopper.api.transport.TransportProvider.Watch;
import org.keyhopper.api.transport.TransportState;
import org.keyhopper.transport.pcsc.internal.CardInsertions.Sighting;

/**
 * Watches the readers on a thread of its own and keeps at it when the service comes and goes: Windows stops it with the
 * last reader, and a restarted daemon knows no context of before.
 */
final class PcscMonitor implements Watch {

    private static final Duration PAUSE_WITHOUT_SERVICE = Duration.ofMillis(500);

    /** A wait for changes takes half a second at most. */
    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(8);

    private final Heartbeat heart = new Heartbeat(LONGEST_SILENCE, this::tellSilence);
    private final PcscSystem pcsc;
    private final Function<Insertion, DeviceLink> linkOf;
    private final TransportListener listener;
    private final CardInsertions stays;
    private final Map<Insertion, DeviceLink> links = new HashMap<>();
    private TransportState told;
    private volatile boolean closed;

    PcscMonitor(
            PcscSystem pcsc,
            Function<String, Insertion> arrival,
            Function<Insertion, DeviceLink> linkOf,
            TransportListener listener) {
        this.pcsc = pcsc;
        this.linkOf = linkOf;
        this.listener = listener;
        this.stays = new CardInsertions(arrival);
    }

    void start() {
        heart.start(() -> !closed);
        Thread.ofPlatform().daemon().name("PC/SC readers").start(this::run);
    }

    private void run() {
        while (!closed) {
            heart.beat();
            try {
                followOneContext();
            } catch (PcscException unavailable) {
                Log.debug("PC/SC", unavailable);
                block(unavailable);
            } catch (RuntimeException | LinkageError failure) {
                Log.warn("PC/SC cannot be watched", failure);
                tell(TransportState.blocked(
                        Problem.of(DeviceProblem.SERVICE_UNAVAILABLE).withDetail(failure.toString())));
            }
            pause();
        }
    }

    private void followOneContext() throws PcscException {
        JnaCardTerminals context = pcsc.context();
        try {
            new ReaderMonitor(context).follow(this::seen, () -> !closed);
        } catch (PcscException | RuntimeException failure) {
            // What is in the readers is not known any more. A watch that is merely closed ends nobody's work.
            stays.endAll(Problem.of(DeviceProblem.SERVICE_UNAVAILABLE).withDetail(failure.toString()));
            links.clear();
            throw failure;
        } finally {
            PcscCard.release(context);
        }
    }

    private void seen(List<Sighting> sightings) {
        heart.beat();
        List<Insertion> present = stays.update(sightings);
        links.keySet().retainAll(present);
        present.forEach(stay -> links.computeIfAbsent(stay, linkOf));
        tell(TransportState.of(
                sightings.stream().map(Sighting::reader).toList(),
                present.stream().map(links::get).toList()));
    }

    /** Whatever the number: when the readers cannot be watched, the service is the trouble. */
    private void block(PcscException unavailable) {
        if (unavailable.is(ScardCode.NO_READERS_AVAILABLE)) {
            tell(TransportState.of(List.of(), List.of()));
            return;
        }
        boolean denied = ScardCode.problem(unavailable.code()) == DeviceProblem.ACCESS_DENIED;
        DeviceProblem obstacle = denied ? DeviceProblem.ACCESS_DENIED : DeviceProblem.SERVICE_UNAVAILABLE;
        tell(TransportState.blocked(Problem.of(obstacle).withDetail(unavailable.getMessage())));
    }

    /** What was seen before is taken to be there still: nobody knows better. */
    private void tellSilence() {
        TransportState last = last();
        tell(new TransportState(Optional.of(Problem.of(DeviceProblem.SERVICE_SILENT)), last.slots(), last.links()));
    }

    private synchronized TransportState last() {
        return told == null ? TransportState.of(List.of(), List.of()) : told;
    }

    /** The lock keeps a call to the listener from beginning after {@link #close()} returned. */
    private synchronized void tell(TransportState state) {
        if (closed || state.equals(told)) {
            return;
        }
        told = state;
        try {
            listener.changed(state);
        } catch (RuntimeException failure) {
            Log.warn("A listener of the readers failed", failure);
        }
    }

    private void pause() {
        try {
            Thread.sleep(closed ? Duration.ZERO : PAUSE_WITHOUT_SERVICE);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            closed = true;
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
    }
}
