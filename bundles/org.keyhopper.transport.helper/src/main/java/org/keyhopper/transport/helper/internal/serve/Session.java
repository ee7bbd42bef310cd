package org.keyhopper.transport.helper.internal.serve;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keyhopper.api.transport.DeviceLink;
import org.keyhopper.api.transport.TransportProvider;
import org.keyhopper.transport.helper.internal.Log;
import org.keyhopper.transport.helper.internal.wire.Frames;
import org.keyhopper.transport.helper.internal.wire.MalformedMessage;
import org.keyhopper.transport.helper.internal.wire.Outbox;
import org.keyhopper.transport.helper.internal.wire.Reply;
import org.keyhopper.transport.helper.internal.wire.ReplyCodec;
import org.keyhopper.transport.helper.internal.wire.Request;
import org.keyhopper.transport.helper.internal.wire.RequestCodec;

/** Serves one client from its introduction to its leaving. One thread reads. */
final class Session implements AutoCloseable {

    private static final int MOST_CHANNELS = 64;

    private final Frames frames;
    private final Outbox outbox;
    private final LentLinks links;
    private final Map<Integer, ServedChannel> channels = new HashMap<>();

    Session(Frames frames, List<TransportProvider> transports) {
        this.frames = frames;
        this.outbox = new Outbox(frames, "answers");
        this.links = new LentLinks(transports, list -> send(new Reply.Links(list)));
    }

    /** Transports may come and go meanwhile; any thread. */
    LentLinks links() {
        return links;
    }

    /** Returns when the client left or did what it must not. */
    void run() {
        try {
            while (true) {
                serve(RequestCodec.decode(frames.read()));
            }
        } catch (MalformedMessage wrong) {
            Log.warn("The client does not keep to the protocol", wrong);
        } catch (IOException left) {
            Log.debug("client", left);
        }
    }

    /** Ends {@link #run}; any thread. */
    void hangUp() {
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
        if (channels.containsKey(open.channel()) || channels.size() == MOST_CHANNELS) {
            throw new MalformedMessage("channel " + open.channel() + " cannot be opened");
        }
        Optional<DeviceLink> link = links.find(open.link());
        ServedChannel channel =
                new ServedChannel(open.channel(), link.orElseGet(() -> new LeftLink(open.link())), this::send);
        channels.put(open.channel(), channel);
        channel.serve(open);
    }

    private void send(Reply reply) {
        outbox.send(ReplyCodec.encode(reply));
    }
}
