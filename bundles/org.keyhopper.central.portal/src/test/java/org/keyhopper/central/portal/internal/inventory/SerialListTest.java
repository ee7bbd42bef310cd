package org.keyhopper.central.portal.internal.inventory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.keyhopper.central.portal.internal.frame.PageTexts;

class SerialListTest {

    private static SerialList read(String text) {
        return SerialList.read(text, PageTexts.of(Locale.ENGLISH));
    }

    @Test
    void oneInEachLine() {
        SerialList list = read("kh-1\r\n\r\n  KH-2  \n0003");
        assertEquals(List.of("KH-1", "KH-2", "0003"), list.serials());
        assertEquals(List.of(), list.faults());
    }

    @Test
    void columnOfAFileOfTheMaker() {
        SerialList list = read("\uFEFFModel;Serial number;AAGUID\nC2300;\"KH-1\";x\nC2300;KH-2;x\n");
        assertEquals(List.of("KH-1", "KH-2"), list.serials());
        assertEquals(List.of("A1"), read("A1,something else").serials(), "the first column without a header");
    }

    @Test
    void faultsNameTheirLines() {
        assertEquals(
                List.of(
                        "Line 2: kh-1 is in the list twice.",
                        "Line 3: “<b>” is not a serial number.",
                        "Line 4: “” is not a serial number."),
                read("KH-1\nkh-1\n<b>\n,x").faults());
        assertEquals(1, read("  \n").faults().size());
        assertEquals(20, read("?\n".repeat(500)).faults().size(), "the first ones only");
    }

    @Test
    void oneThatIsTooLongIsRefused() {
        assertTrue(read("1\n".repeat(1) + "x".repeat(65)).faults().getFirst().startsWith("Line 2"));
    }
}
