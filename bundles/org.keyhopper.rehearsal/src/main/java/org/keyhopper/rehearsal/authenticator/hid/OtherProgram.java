package org.keyhopper.rehearsal.authenticator.hid;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Another program using the same key: it allocates a channel and repeatedly sends getInfo. As with a real key, all
 * clients receive the responses, and get CHANNEL_BUSY meanwhile.
 */
final class OtherProgram {

    private static final byte[] NONCE = "neighbou".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] GET_INFO = {0x04};
    private static final long PAUSE_MILLIS = 20;

    private final PortEnvironment surroundings;
    private final Consumer<byte[]> key;
    private volatile Optional<Integer> channel = Optional.empty();

    /**
     * Creates a client that sends nothing unless enabled by the surroundings.
     *
     * @param key receives its reports
     */
    OtherProgram(PortEnvironment surroundings, Consumer<byte[]> key) {
        this.surroundings = surroundings;
        this.key = key;
    }

    void startOn(ScheduledExecutorService timer) {
        timer.scheduleWithFixedDelay(this::ask, PAUSE_MILLIS, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Receives a message of the key. */
    void receive(CtapHidMessage frame) {
        boolean ours = frame.command() == CtapHidMessage.INIT
                && Arrays.equals(NONCE, Arrays.copyOf(frame.data(), NONCE.length));
        if (ours) {
            channel = Optional.of(ByteBuffer.wrap(frame.data()).getInt(NONCE.length));
        }
    }

    private void ask() {
        if (surroundings.isCrowded()) {
            CtapHidMessage frame = channel.map(own -> new CtapHidMessage(own, CtapHidMessage.CBOR, GET_INFO))
                    .orElseGet(() -> new CtapHidMessage(Channels.BROADCAST, CtapHidMessage.INIT, NONCE));
            frame.reports().forEach(key);
        }
    }
}
