package org.keyhopper.central.server.internal.model;

/** What came of a person of a request. */
public record ResultBody(
        int position,
        String user,
        String displayName,
        String outcome,
        String at,
        String problem,
        String passkey,
        String aaguid,
        String serial,
        String deviceName) {}
