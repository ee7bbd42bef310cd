package org.keyhopper.central.server.internal.model;

import java.util.Map;

/** An entry of the audit trail. */
public record AuditEntryBody(
        long number,
        String at,
        String actor,
        String action,
        String subject,
        String problem,
        Map<String, String> facts,
        String call,
        String hash) {}
