package org.keyhopper.printer.entrust.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.keyhopper.printer.entrust.status.JobReply;
import org.keyhopper.printer.entrust.status.JobState;

class EntrustProtocolTest {

    private static final String HEAD = "<?xml version=\"1.0\"?>";

    @Test
    void jobStartsWithAHopper() {
        assertEquals(
                HEAD + "<StartJob><InputHopperSelection>2</InputHopperSelection>"
                        + "<CheckPrintRibbonSupplies>False</CheckPrintRibbonSupplies>"
                        + "<CheckEmbossSupplies>False</CheckEmbossSupplies>"
                        + "<CardEjectSide>default</CardEjectSide></StartJob>",
                EntrustProtocol.startJob("2").xml());
        assertEquals(
                "\\Printer.Print:StartJob:Set", EntrustProtocol.startJob("2").schema());
    }

    @Test
    void resumeAndCancelClearAnError() {
        assertEquals(
                HEAD + "<PrinterAction><Action>101</Action><PrinterJobID>7</PrinterJobID>"
                        + "<ErrorCode>0</ErrorCode></PrinterAction>",
                EntrustProtocol.resume(7, 0).xml());
        assertEquals(
                HEAD + "<PrinterAction><Action>100</Action><PrinterJobID>7</PrinterJobID>"
                        + "<ErrorCode>233</ErrorCode></PrinterAction>",
                EntrustProtocol.cancel(7, 233).xml());
        assertEquals("Set", EntrustProtocol.cancel(7, 0).action().word());
        assertEquals("Get", EntrustProtocol.jobStatus(7).action().word());
    }

    @Test
    void replyHasJobErrorAndText() throws Exception {
        JobReply reply =
                ReplyXml.jobReply(HEAD + "<!-- Printer status xml file. --><PrinterStatus><ClientID>pc_{1}</ClientID>"
                        + "<WindowsJobID>0</WindowsJobID><PrinterJobID>1327</PrinterJobID><ErrorCode>112</ErrorCode>"
                        + "<ErrorSeverity>4</ErrorSeverity><ErrorString>Message 112: Card hopper empty.</ErrorString>"
                        + "<DataFromPrinter><![CDATA[ ]]></DataFromPrinter></PrinterStatus>");
        assertEquals(new JobReply(1327, 112, 4, "Message 112: Card hopper empty."), reply);
        assertFalse(reply.isGood());
    }

    @Test
    void informationIsNoError() throws Exception {
        assertTrue(ReplyXml.jobReply(
                        "<PrinterStatus><ErrorCode>9</ErrorCode><ErrorSeverity>5</ErrorSeverity>" + "</PrinterStatus>")
                .isGood());
        assertTrue(
                ReplyXml.jobReply("<PrinterStatus><ErrorCode/></PrinterStatus>").isGood());
    }

    @Test
    void malformedReplyIsRejected() {
        assertThrows(IOException.class, () -> ReplyXml.jobReply(""));
        assertThrows(IOException.class, () -> ReplyXml.jobReply("<JobStatus/>"));
        assertThrows(
                IOException.class,
                () -> ReplyXml.jobReply("<PrinterStatus><ErrorCode>many</ErrorCode></PrinterStatus>"));
        assertThrows(
                IOException.class,
                () -> ReplyXml.parse("<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><a>&b;</a>"));
    }

    @ParameterizedTest
    @EnumSource(JobState.class)
    void onlyActiveAndUnknownJobsAreNotOver(JobState state) {
        assertEquals(state != JobState.ACTIVE && state != JobState.NOT_AVAILABLE, state.isOver());
    }

    @Test
    void jobStateIsParsed() throws Exception {
        assertEquals(
                JobState.SUCCEEDED,
                ReplyXml.jobState("<JobStatus><PrinterJobID>7</PrinterJobID><JobState>JobSucceeded</JobState>"
                        + "<JobRestartCount>0</JobRestartCount></JobStatus>"));
        assertThrows(
                IOException.class, () -> ReplyXml.jobState("<JobStatus><JobState>JobPondering</JobState></JobStatus>"));
    }
}
