package org.keyhopper.ui.model.results;

/** The forms of a report. */
public enum ReportFormat {
    CSV,
    PDF
}
