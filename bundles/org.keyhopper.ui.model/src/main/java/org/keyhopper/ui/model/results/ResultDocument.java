package org.keyhopper.ui.model.results;

/** A document about the results of a request, which the operator saves as a file. */
public enum ResultDocument {
    REPORT_CSV("results.report.title", "results.report.file", "csv"),
    REPORT_PDF("results.report.title", "results.report.file", "pdf"),

    /** The list for handing devices over, with room for signatures. */
    HAND_OUT_LIST("results.handOut.title", "results.handOut.file", "pdf");

    private final String title;
    private final String fileName;
    private final String extension;

    ResultDocument(String title, String fileName, String extension) {
        this.title = title;
        this.fileName = fileName;
        this.extension = extension;
    }

    /** Returns the key of the title of the dialog in which it is saved. */
    public String title() {
        return title;
    }

    /** Returns the key of its part in the name of the file. */
    public String fileName() {
        return fileName;
    }

    /** Returns the extension of the file, without a dot. */
    public String extension() {
        return extension;
    }
}
