package org.keyhopper.printer.entrust.simulator;

/** Replies in the format of the XPS Card Printer driver. */
final class BidiXml {

    private static final String HEAD = "<?xml version=\"1.0\"?>";
    private static final int RESUME_OR_CANCEL = 4;

    private BidiXml() {}

    static String status(int job, int error) {
        return status(job, error, RESUME_OR_CANCEL);
    }

    static String status(int job, int error, int severity) {
        return HEAD + "<PrinterStatus><ClientID>rehearsal</ClientID><WindowsJobID>0</WindowsJobID>"
                + element("PrinterJobID", job)
                + element("ErrorCode", error)
                + element("ErrorSeverity", error == 0 ? 0 : severity)
                + element("ErrorString", error == 0 ? "" : "Message " + error)
                + "<DataFromPrinter><![CDATA[]]></DataFromPrinter></PrinterStatus>";
    }

    static String job(int job, String state) {
        return HEAD + "<JobStatus><ClientID>rehearsal</ClientID><WindowsJobID>0</WindowsJobID>"
                + element("PrinterJobID", job)
                + element("JobState", state)
                + "<JobRestartCount>0</JobRestartCount></JobStatus>";
    }

    static String options(String status, String serial) {
        return HEAD + "<PrinterInfo2>" + element("PrinterStatus", status) + element("PrinterModel", "CR805")
                + element("PrinterSerialNumber", serial) + element("PrinterVersion", "D3.17.4-1")
                + element("OptionSmartcard", "Installed") + "</PrinterInfo2>";
    }

    private static String element(String name, Object value) {
        return "<" + name + ">" + value + "</" + name + ">";
    }
}
