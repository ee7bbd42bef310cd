package org.keyhopper.rehearsal.authenticator.hid;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Another program at the same key: it gets a channel of its own and asks for the key's information over and over. As
 * with a real key, everybody hears the answers, and is told that the key is busy meanwhile.
 */
final class Neighbour {

    private static final byte[] NONCE = "neighbou".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] GET_INFO = {0x04};
    private static final long PAUSE_MILLIS = 20;

    private final Surroundings surroundings;
    private final Consumer<byte[]> key;
    private volatile Optional<Integer> channel = Optional.empty();

    /**
     * A neighbour that is quiet as long as the surroundings are not crowded.
     *
     * @param key takes the reports it sends
     */
    Neighbour(Surroundings surroundings, Consumer<byte[]> key) {
        this.surroundings = surroundings;
        this.key = key;
    }

    void startOn(ScheduledExecutorService timer) {
        timer.scheduleWithFixedDelay(this::ask, PAUSE_MILLIS, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Hears what the key says to anybody. */
    void hear(Frame frame) {
        boolean ours = frame.command() == Frame.INIT && Arrays.equals(NONCE, Arrays.copyOf(frame.data(), NONCE.length));
        if (ours) {
            channel = Optional.of(ByteBuffer.wrap(frame.data()).getInt(NONCE.length));
        }
    }

    private void ask() {
        if (surroundings.isCrowded()) {
            Frame frame = channel.map(own -> new Frame(own, Frame.CBOR, GET_INFO))
                    .orElseGet(() -> new Frame(Channels.BROADCAST, Frame.INIT, NONCE));
            frame.reports().forEach(key);
        }
    }
}
