package org.keyhopper.central.server.internal.model;

import java.util.List;

/** Entries of the audit trail. */
public record AuditPage(List<AuditEntryBody> items, String next) {}
