package org.keyhopper.transport.helper.internal.wire;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;

/**
 * Divides a stream into frames: four bytes of length, big-endian, then the content. One reader and one writer at a
 * time.
 */
public final class FrameChannel implements AutoCloseable {

    /** Sufficient for the longest CTAP message (7609 bytes) and its header. */
    public static final int LIMIT_TO_HELPER = 7800;

    /** Sufficient for the longest list of devices. */
    public static final int LIMIT_TO_PRODUCT = 256 * 1024;

    private final ByteChannel channel;
    private final int limit;

    /**
     * Creates a frame channel.
     *
     * @param channel closed together with this
     * @param limit the maximum length of a received frame in bytes
     */
    public FrameChannel(ByteChannel channel, int limit) {
        this.channel = channel;
        this.limit = limit;
    }

    /** Waits for the next frame. Throws EOFException at the end of the stream. */
    public byte[] read() throws IOException {
        int length = filled(ByteBuffer.allocate(Integer.BYTES)).getInt();
        if (length < 1 || length > limit) {
            throw new MalformedMessage("a frame of " + length + " bytes");
        }
        return filled(ByteBuffer.allocate(length)).array();
    }

    public void write(byte[] frame) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(Integer.BYTES + frame.length)
                .putInt(frame.length)
                .put(frame)
                .flip();
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private ByteBuffer filled(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            if (channel.read(bytes) < 0) {
                throw new EOFException("end of stream");
            }
        }
        return bytes.flip();
    }
}
