package org.keyhopper.printer.entrust.internal;

import java.io.IOException;

/**
 * The driver's reply to most requests. The spooler's own result code says nothing about the printer; this does.
 *
 * @param job the printer's job number, 0 for none
 * @param error 0 for none
 * @param severity 4: resume or cancel; 1 and 2: cancel; 3: restart or cancel; 5: only information
 * @param text the driver's message
 */
record JobReply(int job, int error, int severity, String text) {

    /** Nothing to report. */
    static final JobReply NONE = new JobReply(0, 0, 0, "");

    private static final String ROOT = "PrinterStatus";
    private static final int INFORMATION = 5;

    static JobReply parse(String xml) throws IOException {
        ReplyXml reply = ReplyXml.parse(xml);
        if (!reply.name().equals(ROOT)) {
            throw new IOException("expected " + ROOT + ", found " + reply.name());
        }
        return new JobReply(
                reply.number("PrinterJobID"),
                reply.number("ErrorCode"),
                reply.number("ErrorSeverity"),
                reply.text("ErrorString").orElse(""));
    }

    boolean isGood() {
        return error == 0 || severity == INFORMATION;
    }
}
