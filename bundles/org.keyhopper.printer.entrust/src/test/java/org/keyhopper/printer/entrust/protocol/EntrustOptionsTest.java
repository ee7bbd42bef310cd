package org.keyhopper.printer.entrust.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.keyhopper.api.printer.PrinterException;
import org.keyhopper.api.printer.PrinterProblem;
import org.keyhopper.api.settings.Settings;

class EntrustOptionsTest {

    @Test
    void optionsHaveDefaultsAndBridgeIsLocal() throws Exception {
        EntrustOptions plain = EntrustOptions.read(new Settings(Map.of()));
        assertEquals("1", plain.hopper());
        assertEquals(EntrustOptions.Side.FRONT, plain.side());
        assertEquals(Optional.empty(), plain.bridge());
        assertBad("bridge", "10.0.0.9:5000");
        assertBad("hopper", "7");
        assertBad("side", "top");
    }

    private static void assertBad(String key, String value) {
        PrinterException failure =
                assertThrows(PrinterException.class, () -> EntrustOptions.read(new Settings(Map.of(key, value))));
        assertEquals(PrinterProblem.BAD_OPTION, failure.problem().code());
    }
}
