package org.keyhopper.central.server.internal.http;

import java.nio.ByteBuffer;
import org.eclipse.jetty.io.ArrayByteBufferPool;
import org.eclipse.jetty.io.ByteBufferPool;
import org.eclipse.jetty.io.RetainableByteBuffer;

/**
 * Buffers that are overwritten with zeros before they are used again. Jetty keeps what was received in them, such as
 * the token of a station, until another request needs the same buffer.
 */
public final class WipedBuffers extends ByteBufferPool.Wrapper {

    private static final byte[] ZEROS = new byte[4096];

    /** Wraps Jetty's usual pool. */
    public WipedBuffers() {
        super(new ArrayByteBufferPool());
    }

    @Override
    public RetainableByteBuffer.Mutable acquire(int size, boolean direct) {
        RetainableByteBuffer.Mutable pooled = super.acquire(size, direct);
        ByteBuffer bytes = pooled.getByteBuffer();
        return RetainableByteBuffer.wrap(bytes, () -> {
            wipe(bytes);
            pooled.release();
        });
    }

    private static void wipe(ByteBuffer bytes) {
        ByteBuffer all = bytes.duplicate().clear();
        while (all.hasRemaining()) {
            all.put(ZEROS, 0, Math.min(all.remaining(), ZEROS.length));
        }
    }
}
