package org.keyhopper.central.server.internal.model;

/** A device that was provisioned. */
public record DeviceBody(
        String credential,
        String aaguid,
        String model,
        String serial,
        String directory,
        String holder,
        String request,
        String state,
        String since) {}
