package org.keyhopper.ui.model.results;

/** What is written about the results of a request. */
public enum ReportFormat {
    CSV("csv"),
    PDF("pdf"),

    /** The list for handing devices over, with room for signatures. */
    HAND_OUT_LIST("pdf");

    private final String extension;

    ReportFormat(String extension) {
        this.extension = extension;
    }

    /** Returns the extension of the file, without a dot. */
    public String extension() {
        return extension;
    }
}
