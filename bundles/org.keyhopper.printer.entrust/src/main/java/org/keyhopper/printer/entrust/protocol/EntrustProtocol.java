package org.keyhopper.printer.entrust.protocol;

import org.keyhopper.printer.entrust.protocol.BidiTransport.Action;

/**
 * The requests of the XPS Card Printer driver.
 *
 * @param action whether it reads or acts
 * @param schema the request
 * @param xml the body
 */
public record EntrustProtocol(Action action, String schema, String xml) {

    public static final EntrustProtocol OPTIONS = new EntrustProtocol(Action.GET, "\\Printer.PrinterOptions2:Read", "");
    public static final EntrustProtocol MESSAGES = new EntrustProtocol(Action.GET, "\\Printer.PrintMessages:Read", "");
    public static final EntrustProtocol PARK =
            new EntrustProtocol(Action.SET, "\\Printer.SmartCardUnit:Front:Park", "");
    public static final EntrustProtocol PARK_BACK =
            new EntrustProtocol(Action.SET, "\\Printer.SmartCardUnit:Back:Park", "");
    public static final EntrustProtocol END_JOB = new EntrustProtocol(Action.SET, "\\Printer.Print:EndJob:Set", "");

    private static final String HEAD = "<?xml version=\"1.0\"?>";
    private static final int CANCEL = 100;
    private static final int RESUME = 101;

    /** Feeds a card from a hopper. Supplies are not checked, since nothing is printed. */
    public static EntrustProtocol startJob(String hopper) {
        return new EntrustProtocol(
                Action.SET,
                "\\Printer.Print:StartJob:Set",
                HEAD + "<StartJob><InputHopperSelection>" + hopper + "</InputHopperSelection>"
                        + "<CheckPrintRibbonSupplies>False</CheckPrintRibbonSupplies>"
                        + "<CheckEmbossSupplies>False</CheckEmbossSupplies>"
                        + "<CardEjectSide>default</CardEjectSide></StartJob>");
    }

    /**
     * Resumes a job.
     *
     * @param error the error to be cleared by this, or 0 after the chip was written
     */
    public static EntrustProtocol resume(int job, int error) {
        return action(RESUME, job, error);
    }

    /**
     * Cancels a job and rejects its card.
     *
     * @param error the error to be cleared by this, or 0
     */
    public static EntrustProtocol cancel(int job, int error) {
        return action(CANCEL, job, error);
    }

    static EntrustProtocol jobStatus(int job) {
        return new EntrustProtocol(
                Action.GET,
                "\\Printer.JobStatus:Read",
                HEAD + "<JobStatus><PrinterJobID>" + job + "</PrinterJobID></JobStatus>");
    }

    private static EntrustProtocol action(int action, int job, int error) {
        return new EntrustProtocol(
                Action.SET,
                "\\Printer.Action:Set",
                HEAD + "<PrinterAction><Action>" + action + "</Action><PrinterJobID>" + job
                        + "</PrinterJobID><ErrorCode>" + error + "</ErrorCode></PrinterAction>");
    }
}
