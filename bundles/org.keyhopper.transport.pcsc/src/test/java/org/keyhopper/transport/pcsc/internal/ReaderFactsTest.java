package org.keyhopper.transport.pcsc.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keyhopper.api.device.DeviceKind;

class ReaderFactsTest {

    private static final String EXTENDED = "3B8D80018073C021C057597562694B65F9";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Nitrokey Nitrokey 3 [CCID/ICCD Interface] 00 00",
                "SoloKeys Solo 2 [CCID/ICCD Interface] 00 00",
                "SoloKey 4M 00 00"
            })
    void ignoresCardInterfacesOfUsbKeys(String reader) {
        assertFalse(ReaderFacts.isForFido(reader));
    }

    @ParameterizedTest
    @ValueSource(strings = {"HID Global OMNIKEY 3x21 Smart Card Reader 00 00", "Virtual PCD 00 00", "Yubico YubiKey"})
    void usesAllOtherReaders(String reader) {
        assertTrue(ReaderFacts.isForFido(reader));
    }

    @ParameterizedTest
    @CsvSource({
        "HID Global OMNIKEY 3x21 Smart Card Reader, 3BD596FF8191FE1FC34334303030C9, CONTACT_CARD",
        "HID Global OMNIKEY 3x21 Smart Card Reader, '', CONTACT_CARD",
        "Any Reader, 3B8180018080, CONTACTLESS_CARD",
        "ACS ACR1252 Dual Reader PICC 0, '', CONTACTLESS_CARD",
        "HID Global OMNIKEY 5422 Contactless 0, '', CONTACTLESS_CARD",
        "ACS ACR122U PICC Interface, 3BD596FF8191FE1FC34334303030C9, CONTACT_CARD"
    })
    void atrDeterminesTheKindBeforeTheName(String reader, String atr, DeviceKind kind) {
        assertEquals(kind, ReaderFacts.kind(reader, atr));
    }

    @Test
    void extendedRequiresReaderAndCard() {
        assertTrue(ReaderFacts.takesExtended("HID Global OMNIKEY 5022", EXTENDED));
        assertFalse(ReaderFacts.takesExtended("OMNIKEY CardMan 5321 CLi", EXTENDED));
        assertFalse(ReaderFacts.takesExtended("HID Global OMNIKEY 5022", "3BD596FF8191FE1FC34334303030C9"));
    }
}
