package org.keyhopper.printer.matica.protocol;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.keyhopper.api.transport.Deadline;
import org.keyhopper.printer.support.ByteStream;
import org.keyhopper.testkit.fuzz.Fuzz;

/** Messages of a printer. */
class MaticaFuzzTest {

    @Test
    void messagesAreReadOrRefused() {
        Fuzz.assertIsReadOrRefused(
                "matica",
                List.of(
                        MaticaMessage.command(1, MaticaProtocol.EJECT).encoded(),
                        new MaticaMessage(MaticaMessage.DONE_WITH_DATA, 0, 2, new byte[] {0, 0, 0, 3}).encoded(),
                        new MaticaMessage(
                                        MaticaMessage.WELCOME, 0, 0, "MC310\0\0\0".getBytes(StandardCharsets.US_ASCII))
                                .encoded()),
                MaticaFuzzTest::read);
    }

    private static void read(byte[] input) throws InterruptedException {
        try {
            MaticaMessage message = MaticaMessage.read(Bytes.of(input), Deadline.inSeconds(60));
            MaticaProtocol.location(message.data());
            MaticaProtocol.isKnown(MaticaProtocol.model(message));
        } catch (IOException declared) {
            return;
        }
    }

    /** A stream of these bytes. */
    private record Bytes(ByteArrayInputStream in) implements ByteStream {

        static Bytes of(byte[] bytes) {
            return new Bytes(new ByteArrayInputStream(bytes));
        }

        @Override
        public void write(byte[] bytes, Deadline deadline) {}

        @Override
        public int read(Deadline deadline) {
            return in.read();
        }

        @Override
        public void close() {}
    }
}
