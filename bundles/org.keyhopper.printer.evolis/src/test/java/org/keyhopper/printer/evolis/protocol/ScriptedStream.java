package org.keyhopper.printer.evolis.protocol;

import java.nio.charset.StandardCharsets;
import org.keyhopper.api.transport.Deadline;
import org.keyhopper.printer.support.ByteStream;

/** Returns a text byte by byte. */
final class ScriptedStream implements ByteStream {

    private final byte[] text;
    private int next;

    ScriptedStream(String text) {
        this.text = text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void write(byte[] bytes, Deadline deadline) {
        throw new AssertionError("unexpected write");
    }

    @Override
    public int read(Deadline deadline) {
        return next < text.length ? text[next++] & 0xFF : -1;
    }

    @Override
    public void close() {
        next = text.length;
    }
}
