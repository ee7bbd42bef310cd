package org.keyhopper.transport.helper.internal.serve;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keyhopper.api.transport.DeviceLink;
import org.keyhopper.api.transport.TransportProvider;
import org.keyhopper.transport.helper.internal.Log;
import org.keyhopper.transport.helper.internal.wire.FrameChannel;
import org.keyhopper.transport.helper.internal.wire.MalformedMessage;
import org.keyhopper.transport.helper.internal.wire.Outbox;
import org.keyhopper.transport.helper.internal.wire.Reply;
import org.keyhopper.transport.helper.internal.wire.ReplyCodec;
import org.keyhopper.transport.helper.internal.wire.Request;
import org.keyhopper.transport.helper.internal.wire.RequestCodec;

/** Serves one authenticated client until it disconnects. One thread reads. */
final class ClientSession implements AutoCloseable {

    private static final int MAX_CHANNELS = 64;

    private final FrameChannel frames;
    private final Outbox outbox;
    private final LocalLinks links;
    private final Map<Integer, ServedChannel> channels = new HashMap<>();

    ClientSession(FrameChannel frames, List<TransportProvider> transports) {
        this.frames = frames;
        this.outbox = new Outbox(frames, "answers");
        this.links = new LocalLinks(transports, list -> send(new Reply.Links(list)));
    }

    /** Returns the devices, to which transports may be added at any time; any thread. */
    LocalLinks links() {
        return links;
    }

    /** Returns when the client has disconnected or violated the protocol. */
    void run() {
        try {
            while (true) {
                serve(RequestCodec.decode(frames.read()));
            }
        } catch (MalformedMessage wrong) {
            Log.warn("The client violated the protocol", wrong);
        } catch (IOException left) {
            Log.debug("client", left);
        }
    }

    /** Ends {@link #run}; any thread. */
    void disconnect() {
        outbox.close();
    }

    @Override
    public void close() {
        channels.values().forEach(ServedChannel::close);
        links.close();
        outbox.close();
    }

    private void serve(Request request) throws MalformedMessage {
        if (request instanceof Request.Open open) {
            open(open);
            return;
        }
        ServedChannel channel = channels.get(request.channel());
        if (channel == null) {
            throw new MalformedMessage("channel " + request.channel() + " is not open");
        }
        if (request instanceof Request.Close) {
            channels.remove(request.channel());
        }
        channel.serve(request);
    }

    private void open(Request.Open open) throws MalformedMessage {
        if (channels.containsKey(open.channel()) || channels.size() == MAX_CHANNELS) {
            throw new MalformedMessage("channel " + open.channel() + " cannot be opened");
        }
        Optional<DeviceLink> link = links.find(open.link());
        ServedChannel channel =
                new ServedChannel(open.channel(), link.orElseGet(() -> new RemovedLink(open.link())), this::send);
        channels.put(open.channel(), channel);
        channel.serve(open);
    }

    private void send(Reply reply) {
        outbox.send(ReplyCodec.encode(reply));
    }
}
