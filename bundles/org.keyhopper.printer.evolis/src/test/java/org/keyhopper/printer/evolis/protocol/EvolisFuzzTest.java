package org.keyhopper.printer.evolis.protocol;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.keyhopper.api.transport.Deadline;
import org.keyhopper.printer.evolis.status.EvolisStatus;
import org.keyhopper.printer.evolis.status.StatusWords;
import org.keyhopper.printer.support.ByteStream;
import org.keyhopper.testkit.fuzz.Fuzz;

/** Replies of a printer and of the vendor's service. */
class EvolisFuzzTest {

    private static final Deadline DEADLINE = Deadline.inSeconds(60);

    @Test
    void repliesAreReadOrRefused() {
        Fuzz.assertTextsAreReadOrRefused(
                "evolis",
                List.of(
                        "OK\0",
                        "Evolis Primacy\0",
                        "00000000\0",
                        "SMART\0",
                        "NOK,1\0",
                        "{\"id\":\"1\",\"jsonrpc\":\"2.0\",\"result\":\"READY,PRINTER_READY\"}",
                        "{\"id\":\"1\",\"jsonrpc\":\"2.0\",\"error\":{\"code\":-32603,\"message\":\"busy\"}}",
                        "C0000000:80000000:00000000:00000000:00000000:00000000:0\0"),
                EvolisFuzzTest::read);
    }

    private static void read(byte[] input) throws InterruptedException {
        String text = new String(input, StandardCharsets.UTF_8);
        EvolisStatus.of(text);
        StatusWords.read(text);
        EvolisReply.isDone(text);
        EvolisReply.value(text);
        EvolisReply.position(text);
        EvolisReply.volts(text);
        EvolisReply.reason("Si", text);
        EvolisReply.unexplained(text);
        try {
            EvolisProtocol.readReply(Bytes.of(input), DEADLINE);
        } catch (IOException declared) {
            readAnswer(input);
            return;
        }
        readAnswer(input);
    }

    private static void readAnswer(byte[] input) throws InterruptedException {
        try {
            ServiceMessages.readAnswer(Bytes.of(input), DEADLINE);
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
