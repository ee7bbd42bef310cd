package org.keyhopper.central.server.internal.model;

/** A person of a request to be created. */
public record NewPersonBody(String user, String displayName, String email) {}
