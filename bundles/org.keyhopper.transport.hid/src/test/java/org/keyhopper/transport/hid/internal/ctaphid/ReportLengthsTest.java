package org.keyhopper.transport.hid.internal.ctaphid;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class ReportLengthsTest {

    private static final String INPUT_OF = "06D0F1 0901 A101 0920 1500 26FF00 7508 95%s 8102";
    private static final String OUTPUT_OF = "0921 1500 26FF00 7508 95%s 9102 C0";

    @Test
    void parsesTypicalDescriptor() {
        assertEquals(new ReportLengths(64, 64), in(INPUT_OF.formatted("40") + OUTPUT_OF.formatted("40")));
    }

    @Test
    void inputAndOutputMayDiffer() {
        assertEquals(new ReportLengths(32, 16), in(INPUT_OF.formatted("20") + OUTPUT_OF.formatted("10")));
    }

    @Test
    void parsesMultiByteValues() {
        assertEquals(new ReportLengths(64, 64), in("7508 964000 8102 9700000000 9740000000 9102"));
    }

    @Test
    void invalidDescriptorHasUsualLengths() {
        assertEquals(ReportLengths.USUAL, in(""));
        assertEquals(ReportLengths.USUAL, in(INPUT_OF.formatted("01") + OUTPUT_OF.formatted("01")));
        assertEquals(ReportLengths.USUAL, in("7508 9540 8102 95"));
        assertEquals(ReportLengths.USUAL, in("FE0102030405"));
    }

    private static ReportLengths in(String hex) {
        byte[] descriptor = HexFormat.of().parseHex(hex.replace(" ", ""));
        return ReportLengths.in(descriptor, descriptor.length);
    }
}
