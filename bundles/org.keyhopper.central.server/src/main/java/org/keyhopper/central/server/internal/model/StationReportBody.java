package org.keyhopper.central.server.internal.model;

import java.util.List;

/** What a station reported last; without a time if it never did. */
public record StationReportBody(String reported, List<PrinterBody> printers) {}
