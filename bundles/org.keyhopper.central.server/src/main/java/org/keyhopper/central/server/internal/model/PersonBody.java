package org.keyhopper.central.server.internal.model;

/** A person of a request. */
public record PersonBody(int position, String user, String displayName, String outcome) {}
