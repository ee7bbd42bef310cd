package org.keyhopper.central.server.internal.model;

import java.util.List;

/** All printers of a station. */
public record PrintersBody(List<PrinterBody> printers) {}
