package org.keyhopper.printer.evolis.protocol;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.EOFException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keyhopper.api.printer.Encoder;
import org.keyhopper.api.printer.PrinterProblem;
import org.keyhopper.api.transport.Deadline;

class EvolisProtocolTest {

    @Test
    void commandIsFramedByEscapeAndCarriageReturn() {
        assertArrayEquals(new byte[] {0x1B, 'P', 'e', 'm', ';', '2', 0x0D}, EvolisProtocol.encode("Pem;2"));
    }

    @Test
    void replyEndsWithNul() throws Exception {
        ScriptedStream wire = new ScriptedStream("OK\0FEEDER EMPTY\0");
        assertEquals("OK", EvolisProtocol.readReply(wire, Deadline.inSeconds(1)));
        assertEquals("FEEDER EMPTY", EvolisProtocol.readReply(wire, Deadline.inSeconds(1)));
        assertThrows(EOFException.class, () -> EvolisProtocol.readReply(wire, Deadline.inSeconds(1)));
    }

    @Test
    void eachEncoderHasItsCommand() {
        assertEquals("Sis", EvolisProtocol.toEncoder(Encoder.CONTACT));
        assertEquals("Sic", EvolisProtocol.toEncoder(Encoder.CONTACTLESS));
    }

    @ParameterizedTest
    @CsvSource({
        "FEEDER EMPTY, HOPPER_EMPTY",
        "ERROR CDE, COMMAND_REFUSED",
        "ERR NEED CLEANING, CLEANING_DUE",
    })
    void specificRepliesAreMapped(String reply, PrinterProblem problem) {
        assertEquals(
                problem,
                EvolisReply.reason("Sic", reply).orElseThrow().problem().code());
    }

    @Test
    void onlyOkIsDone() {
        assertTrue(EvolisReply.isDone("OK"));
        assertTrue(EvolisReply.reason("Sic", "ERR 7").isEmpty());
        assertEquals(
                PrinterProblem.OTHER, EvolisReply.unexplained("ERR 7").problem().code());
        assertEquals("", EvolisReply.value("ERR"));
        assertEquals("Primacy", EvolisReply.value("Primacy"));
    }
}
