package org.keyhopper.ui.model.results;

/** The file formats of a report. */
public enum ReportFormat {
    CSV,
    PDF
}
