package org.keyhopper.transport.helper.internal.client;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.keyhopper.api.device.DeviceProblem;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.transport.DeviceLink;
import org.keyhopper.api.transport.LinkDescription;
import org.keyhopper.api.transport.LinkId;
import org.keyhopper.api.transport.TransportState;
import org.keyhopper.transport.helper.internal.Log;
import org.keyhopper.transport.helper.internal.place.HelperFolder;
import org.keyhopper.transport.helper.internal.wire.FrameChannel;
import org.keyhopper.transport.helper.internal.wire.Outbox;
import org.keyhopper.transport.helper.internal.wire.Reply;
import org.keyhopper.transport.helper.internal.wire.ReplyCodec;
import org.keyhopper.transport.helper.internal.wire.Request;
import org.keyhopper.transport.helper.internal.wire.RequestCodec;

/** An authenticated connection to one helper. One thread reads; any thread may send. */
final class HelperConnection implements AutoCloseable {

    private final FrameChannel frames;
    private final Outbox outbox;
    private final AtomicLong arrivals;
    private final AtomicInteger numbers = new AtomicInteger();
    private final Map<Integer, Consumer<Reply.OfChannel>> channels = new ConcurrentHashMap<>();

    /** Keyed by the helper's link ids. Confined to the reading thread. */
    private Map<LinkId, HelperLink> links = new LinkedHashMap<>();

    private volatile boolean lost;

    private HelperConnection(FrameChannel frames, AtomicLong arrivals) {
        this.frames = frames;
        this.arrivals = arrivals;
        this.outbox = new Outbox(frames, "helper requests");
    }

    /**
     * Connects to a helper and authenticates it.
     *
     * @param arrivals counts the insertions over all connections
     * @throws HelperUnavailableException if there is none
     * @throws IOException if it cannot be authenticated
     */
    static HelperConnection to(HelperFolder place, AtomicLong arrivals) throws IOException {
        return new HelperConnection(HelperConnector.to(place), arrivals);
    }

    /** Reads until the connection ends, and notifies the listener of each state. */
    void follow(Consumer<TransportState> listener) {
        try {
            while (true) {
                switch (ReplyCodec.decode(frames.read())) {
                    case Reply.Links(List<LinkDescription> now) -> listener.accept(present(now));
                    case Reply.OfChannel reply ->
                        Optional.ofNullable(channels.get(reply.channel())).ifPresent(channel -> channel.accept(reply));
                }
            }
        } catch (IOException gone) {
            Log.debug("the helper", gone);
        } finally {
            failChannels();
        }
    }

    /**
     * Registers a receiver of a channel's replies, which is also notified when the connection ends; returns the channel
     * number.
     */
    int register(Consumer<Reply.OfChannel> receiver) {
        int number = numbers.incrementAndGet();
        channels.put(number, receiver);
        if (lost) {
            receiver.accept(ended(number));
        }
        return number;
    }

    void unregister(int channel) {
        channels.remove(channel);
    }

    void send(Request request) {
        outbox.send(RequestCodec.encode(request));
    }

    @Override
    public void close() {
        outbox.close();
    }

    private TransportState present(List<LinkDescription> now) {
        Map<LinkId, HelperLink> next = new LinkedHashMap<>();
        for (LinkDescription link : now) {
            HelperLink known = links.get(link.id());
            next.put(link.id(), known != null ? known : arrival(link));
        }
        links.forEach((id, link) -> {
            if (!next.containsKey(id)) {
                link.leave();
            }
        });
        links = next;
        return TransportState.of(List.of(), List.<DeviceLink>copyOf(next.values()));
    }

    private HelperLink arrival(LinkDescription link) {
        LinkId own = new LinkId(HelperTransport.ID, link.id().slot(), arrivals.incrementAndGet());
        LinkDescription description =
                new LinkDescription(own, link.kind(), link.product(), link.serial(), link.fingerprint());
        return new HelperLink(this, link.id(), description);
    }

    private void failChannels() {
        lost = true;
        links.values().forEach(HelperLink::leave);
        channels.forEach((number, receiver) -> receiver.accept(ended(number)));
    }

    private static Reply.Failed ended(int channel) {
        return new Reply.Failed(channel, Problem.of(DeviceProblem.GONE).withDetail("the helper ended"));
    }
}
