package org.keyhopper.printer.sdk.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keyhopper.api.printer.Encoder;
import org.keyhopper.printer.sdk.status.FargoActivity;

class FargoFamilyTest {

    @ParameterizedTest
    @CsvSource({"HDP5000 Card Printer, HDP", "dtc4500e, DTC", "INK1000, INK"})
    void familyIsDerivedFromTheQueueName(String queue, FargoFamily family) {
        assertEquals(Optional.of(family), FargoFamily.of(queue));
    }

    @Test
    void eachFamilyIndicatesACardDifferently() {
        FargoActivity contact = FargoActivity.of("CurrentActivityEncodeContact", "", "");
        FargoActivity contactless = FargoActivity.of("CurrentActivityEncodeContactless", "", "");
        assertTrue(FargoFamily.DTC.isEncoding(contact, Encoder.CONTACTLESS));
        assertFalse(FargoFamily.HDP.isEncoding(contact, Encoder.CONTACTLESS));
        assertTrue(FargoFamily.INK.isEncoding(contactless, Encoder.CONTACT));
        assertEquals(Optional.empty(), FargoFamily.of("Front desk"));
    }
}
