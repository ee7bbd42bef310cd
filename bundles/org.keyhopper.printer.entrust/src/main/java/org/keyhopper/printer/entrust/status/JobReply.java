package org.keyhopper.printer.entrust.status;

/**
 * The driver's reply to most requests. The spooler's own result code says nothing about the printer; this does.
 *
 * @param job the printer's job number, 0 for none
 * @param error 0 for none
 * @param severity 4: resume or cancel; 1 and 2: cancel; 3: restart or cancel; 5: only information
 * @param text the driver's message
 */
public record JobReply(int job, int error, int severity, String text) {

    /** Nothing to report. */
    public static final JobReply NONE = new JobReply(0, 0, 0, "");

    private static final int INFORMATION = 5;

    public boolean isGood() {
        return error == 0 || severity == INFORMATION;
    }
}
