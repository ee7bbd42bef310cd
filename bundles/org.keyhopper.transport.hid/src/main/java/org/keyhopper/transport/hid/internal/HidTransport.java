package org.keyhopper.transport.hid.internal;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.keyhopper.api.device.DeviceKind;
import org.keyhopper.api.device.DeviceProblem;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.transport.Deadline;
import org.keyhopper.api.transport.DeviceLink;
import org.keyhopper.api.transport.LinkDescription;
import org.keyhopper.api.transport.LinkId;
import org.keyhopper.api.transport.TransportProvider;
import org.keyhopper.transport.support.MonitoringTransport;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;

/** The transport to USB keys. */
@Component(service = TransportProvider.class)
public final class HidTransport extends MonitoringTransport<KeyMonitor> {

    private static final String ID = "hid";

    /** Linux reports a key before it grants the user access to it. */
    private static final Duration SETTLE_TIME = Duration.ofSeconds(2);

    private final HidSystem system;
    private final HidThread thread;
    private final AtomicLong arrivals = new AtomicLong();
    private final Optional<Problem> blindness;

    /** Creates the transport of this machine. The native library is loaded when the first watch starts. */
    @Activate
    public HidTransport() {
        this(new Hid4Java(), HidThread.STUCK, RemoteSession.isIn(System.getenv()));
    }

    HidTransport(HidSystem system, Duration stuck, boolean remote) {
        this.system = system;
        this.thread = new HidThread(stuck);
        this.blindness = remote ? Optional.of(Problem.of(DeviceProblem.REMOTE_SESSION)) : Optional.empty();
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    protected KeyMonitor monitor(TransportListener listener) {
        return new KeyMonitor(thread, system, this::arrival, this::linkTo, blindness, listener);
    }

    @Deactivate
    void deactivate() {
        closeWatches();
    }

    private Insertion arrival(EnumeratedKey key) {
        LinkId id = new LinkId(ID, key.path(), arrivals.incrementAndGet());
        return new Insertion(id, key, Deadline.in(SETTLE_TIME));
    }

    private DeviceLink linkTo(Insertion insertion) {
        EnumeratedKey key = insertion.key();
        Optional<String> serial = Optional.of(key.serial()).filter(text -> !text.isEmpty());
        LinkDescription description =
                new LinkDescription(insertion.id(), DeviceKind.USB_KEY, key.product(), serial, key.fingerprint());
        return new HidLink(description, insertion, thread, system);
    }
}
