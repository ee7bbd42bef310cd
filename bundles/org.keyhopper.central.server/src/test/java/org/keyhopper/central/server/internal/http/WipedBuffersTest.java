package org.keyhopper.central.server.internal.http;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.io.RetainableByteBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WipedBuffersTest {

    private static final int SIZE = 16 * 1024;
    private static final byte[] TOKEN = "Authorization: DPoP token".getBytes(StandardCharsets.US_ASCII);

    private final WipedBuffers buffers = new WipedBuffers();

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void nothingStaysInABufferThatWasReleased(boolean direct) {
        RetainableByteBuffer.Mutable buffer = buffers.acquire(SIZE, direct);
        ByteBuffer memory = buffer.getByteBuffer().duplicate().clear();
        buffer.append(ByteBuffer.wrap(TOKEN));
        memory.put(memory.capacity() - TOKEN.length, TOKEN);
        buffer.release();
        assertArrayEquals(new byte[memory.capacity()], bytes(memory));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void bufferStaysAsItIsWhileAPartIsInUse(boolean direct) {
        RetainableByteBuffer.Mutable buffer = buffers.acquire(SIZE, direct);
        buffer.append(ByteBuffer.wrap(TOKEN));
        RetainableByteBuffer part = buffer.slice();
        buffer.release();
        assertArrayEquals(TOKEN, part.takeByteArray());
        part.release();
    }

    @Test
    void memoryIsUsedAgain() {
        RetainableByteBuffer.Mutable first = buffers.acquire(SIZE, false);
        byte[] memory = first.getByteBuffer().array();
        first.append(ByteBuffer.wrap(TOKEN));
        first.release();
        RetainableByteBuffer.Mutable second = buffers.acquire(SIZE, false);
        assertSame(memory, second.getByteBuffer().array());
        assertEquals(0, second.remaining());
        second.release();
    }

    private static byte[] bytes(ByteBuffer memory) {
        byte[] bytes = new byte[memory.capacity()];
        memory.get(0, bytes);
        return bytes;
    }
}
