package org.keyhopper.printer.entrust.protocol;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.keyhopper.printer.entrust.status.EntrustStatus;
import org.keyhopper.testkit.fuzz.Fuzz;

/** Replies of the vendor's language monitor. */
class EntrustFuzzTest {

    @Test
    void repliesAreReadOrRefused() {
        Fuzz.assertTextsAreReadOrRefused(
                "entrust",
                List.of(
                        "<?xml version=\"1.0\"?><PrinterStatus><ClientID>a</ClientID><PrinterJobID>1</PrinterJobID>"
                                + "<ErrorCode>0</ErrorCode><ErrorSeverity>0</ErrorSeverity><ErrorString></ErrorString>"
                                + "</PrinterStatus>",
                        "<?xml version=\"1.0\"?><JobStatus><JobState>JobActive</JobState></JobStatus>",
                        "<PrinterInfo2><PrinterStatus>Ready</PrinterStatus><Model>CD800</Model></PrinterInfo2>"),
                EntrustFuzzTest::read);
    }

    private static void read(byte[] input) {
        String text = new String(input, StandardCharsets.UTF_8);
        try {
            EntrustStatus.status(ReplyXml.parse(text).text("PrinterStatus").orElse(""), ReplyXml.jobReply(text));
        } catch (IOException declared) {
            jobState(text);
        }
    }

    private static void jobState(String text) {
        try {
            ReplyXml.jobState(text);
        } catch (IOException declared) {
            return;
        }
    }
}
