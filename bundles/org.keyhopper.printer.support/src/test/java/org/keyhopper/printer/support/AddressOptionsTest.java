package org.keyhopper.printer.support;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keyhopper.api.printer.Certainty;
import org.keyhopper.api.printer.Encoder;
import org.keyhopper.api.printer.PrinterException;
import org.keyhopper.api.printer.PrinterProblem;
import org.keyhopper.api.printer.TriState;
import org.keyhopper.api.settings.Settings;

class AddressOptionsTest {

    @Test
    void encodersAreAssumedUnlessConfigured() throws Exception {
        assertEquals(
                Map.of(Encoder.CONTACT, Certainty.ASSUMED, Encoder.CONTACTLESS, Certainty.ASSUMED),
                AddressOptions.encoders(of("encoders", "")));
        assertEquals(
                Map.of(Encoder.CONTACTLESS, Certainty.OPERATOR_SET),
                AddressOptions.encoders(of("encoders", "contactless")));
        assertEquals(
                2,
                AddressOptions.encoders(of("encoders", "contact,contactless")).size());
    }

    @Test
    void rejectTrayIsUnknownUnlessConfigured() throws Exception {
        assertEquals(TriState.UNKNOWN, AddressOptions.reject(of("reject", "")));
        assertEquals(TriState.YES, AddressOptions.reject(of("reject", "yes")));
        assertEquals(TriState.NO, AddressOptions.reject(of("reject", "no")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"both", "CONTACT", "contact,", "magnetic"})
    void invalidValueIsABadOption(String value) {
        PrinterException failure =
                assertThrows(PrinterException.class, () -> AddressOptions.encoders(of("encoders", value + ",x")));
        assertEquals(PrinterProblem.BAD_OPTION, failure.problem().code());
    }

    private static Settings of(String key, String value) {
        return new Settings(Map.of(key, value));
    }
}
