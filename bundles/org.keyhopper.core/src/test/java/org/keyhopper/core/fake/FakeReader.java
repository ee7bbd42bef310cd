package org.keyhopper.core.fake;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.keyhopper.api.device.DeviceKind;
import org.keyhopper.api.device.DeviceProblem;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.transport.ChannelException;
import org.keyhopper.api.transport.Deadline;
import org.keyhopper.api.transport.DeviceLink;
import org.keyhopper.api.transport.ExchangeControl;
import org.keyhopper.api.transport.FidoChannel;
import org.keyhopper.api.transport.LinkDescription;
import org.keyhopper.api.transport.LinkId;
import org.keyhopper.api.transport.LinkPlace;
import org.keyhopper.api.transport.TransportProvider;
import org.keyhopper.api.transport.TransportState;
import org.keyhopper.fido.AuthenticatorFactory;
import org.keyhopper.fido.DeviceException;

/** A transport of places into which keys are put. Reports on the thread that changes something. */
public final class FakeReader implements TransportProvider {

    private static final Map<Integer, FakeKey> KEYS = new ConcurrentHashMap<>();

    private final String id;
    private final Optional<String> alternativeTo;
    private final List<DeviceLink> links = new ArrayList<>();
    private TransportListener listener = state -> {};
    private long arrivals;

    public FakeReader() {
        this("fake");
    }

    public FakeReader(String id) {
        this(id, Optional.empty());
    }

    private FakeReader(String id, Optional<String> alternativeTo) {
        this.id = id;
        this.alternativeTo = alternativeTo;
    }

    /** Another way to the same places. */
    public static FakeReader standingInFor(FakeReader other) {
        return new FakeReader("other-way", Optional.of(other.id));
    }

    /** Opens whatever lies behind a channel of this transport. */
    public static AuthenticatorFactory factory() {
        return channel -> {
            try {
                byte[] number = channel.exchange(new byte[0], ExchangeControl.within(Deadline.inSeconds(1)));
                return new FakeAuthenticator(
                        KEYS.get(Byte.toUnsignedInt(number[0]) << 8 | Byte.toUnsignedInt(number[1])));
            } catch (ChannelException e) {
                throw DeviceException.unreached(e.problem(), e);
            }
        };
    }

    public static FidoChannel channelTo(FakeKey key) {
        return new Channel(key);
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public synchronized Watch watch(TransportListener follower) {
        listener = follower;
        report();
        return () -> listener = state -> {};
    }

    public void insert(FakeKey key) {
        insert(key, "Reader A");
    }

    public synchronized LinkId insert(FakeKey key, String slot) {
        KEYS.put(key.number, key);
        key.powerUp();
        LinkId linkId = new LinkId(id, slot, ++arrivals);
        links.add(new Link(key, describe(key, linkId), alternativeTo.map(other -> new LinkPlace(other, slot))));
        report();
        return linkId;
    }

    public synchronized void remove(FakeKey key) {
        key.leave();
        links.removeIf(link -> ((Link) link).key == key);
        report();
    }

    /** Everything is taken out. */
    public synchronized void clear() {
        links.forEach(link -> ((Link) link).key.leave());
        links.clear();
        report();
    }

    /** The key goes, but this transport has not noticed yet. */
    public synchronized void removeUnnoticed(FakeKey key) {
        key.leave();
    }

    public synchronized void fail(Problem problem) {
        listener.changed(TransportState.blocked(problem));
    }

    public synchronized void report() {
        listener.changed(TransportState.of(List.of("Reader A", "Reader B"), links));
    }

    public static LinkDescription describe(FakeKey key, LinkId linkId) {
        return new LinkDescription(linkId, key.kind, "Fake key", key.serial, key.fingerprint);
    }

    private record Link(FakeKey key, LinkDescription description, Optional<LinkPlace> alternativeTo)
            implements DeviceLink {
        @Override
        public FidoChannel open(Deadline deadline) throws ChannelException {
            boolean privileged = alternativeTo.isPresent();
            Optional<Problem> obstacle =
                    key.obstacle.filter(problem -> !(privileged && problem.is(DeviceProblem.ACCESS_DENIED)));
            if (obstacle.isPresent()) {
                throw new ChannelException(obstacle.get());
            }
            return new Channel(key);
        }
    }

    private record Channel(FakeKey key) implements FidoChannel {
        @Override
        public byte[] exchange(byte[] message, ExchangeControl control) throws ChannelException {
            asChannel(Act.INFO, () -> null);
            return new byte[] {(byte) (key.number >> 8), (byte) key.number};
        }

        @Override
        public Hold beginExclusive(Deadline deadline) {
            return () -> {};
        }

        @Override
        public boolean powerCycle(Deadline deadline) throws ChannelException {
            return asChannel(Act.POWER, key::cyclePower);
        }

        @Override
        public boolean wink() throws ChannelException {
            return asChannel(Act.WINK, () -> key.winks || key.kind == DeviceKind.USB_KEY);
        }

        @Override
        public void close() {
            // Nothing is held open.
        }

        private <T> T asChannel(Act act, FakeKey.Doing<T> doing) throws ChannelException {
            try {
                return key.act(act, doing);
            } catch (DeviceException e) {
                throw new ChannelException(Problem.of(DeviceProblem.GONE), e);
            }
        }
    }
}
