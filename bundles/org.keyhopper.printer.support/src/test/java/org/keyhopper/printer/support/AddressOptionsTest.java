package org.keyhopper.printer.support;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keyhopper.api.printer.Certainty;
import org.keyhopper.api.printer.Known;
import org.keyhopper.api.printer.PrinterException;
import org.keyhopper.api.printer.PrinterProblem;
import org.keyhopper.api.printer.Station;
import org.keyhopper.api.settings.Settings;

class AddressOptionsTest {

    @Test
    void stationsAreAssumedUntilSomebodyNamesThem() throws Exception {
        assertEquals(
                Map.of(Station.CONTACT, Certainty.ASSUMED, Station.CONTACTLESS, Certainty.ASSUMED),
                AddressOptions.stations(of("stations", "")));
        assertEquals(
                Map.of(Station.CONTACTLESS, Certainty.OPERATOR_SET),
                AddressOptions.stations(of("stations", "contactless")));
        assertEquals(
                2,
                AddressOptions.stations(of("stations", "contact,contactless")).size());
    }

    @Test
    void rejectTrayIsUnknownUntilSomebodySays() throws Exception {
        assertEquals(Known.UNKNOWN, AddressOptions.reject(of("reject", "")));
        assertEquals(Known.YES, AddressOptions.reject(of("reject", "yes")));
        assertEquals(Known.NO, AddressOptions.reject(of("reject", "no")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"both", "CONTACT", "contact,", "magnetic"})
    void nonsenseIsABadOption(String value) {
        PrinterException failure =
                assertThrows(PrinterException.class, () -> AddressOptions.stations(of("stations", value + ",x")));
        assertEquals(PrinterProblem.BAD_OPTION, failure.problem().code());
    }

    private static Settings of(String key, String value) {
        return new Settings(Map.of(key, value));
    }
}
