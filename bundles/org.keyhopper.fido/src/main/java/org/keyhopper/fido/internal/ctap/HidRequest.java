package org.keyhopper.fido.internal.ctap;

import java.io.IOException;
import java.nio.ByteBuffer;

/** A message being reassembled from CTAPHID packets (CTAP 2.2 section 11.2.4). */
final class HidRequest {

    private static final int CONTINUATION_HEADER = 5;

    private int channel;
    private byte command;
    private ByteBuffer payload;

    void add(byte[] packet) {
        ByteBuffer source = ByteBuffer.wrap(packet);
        if (payload == null) {
            channel = source.getInt();
            command = source.get();
            payload = ByteBuffer.allocate(source.getShort() & 0xFFFF);
        } else {
            source.position(CONTINUATION_HEADER);
        }
        source.limit(Math.min(source.limit(), source.position() + payload.remaining()));
        payload.put(source);
    }

    int channel() {
        return channel;
    }

    byte command() {
        return command;
    }

    byte[] payload() throws IOException {
        if (payload == null || payload.hasRemaining()) {
            throw new IOException("incomplete message");
        }
        return payload.array();
    }
}
