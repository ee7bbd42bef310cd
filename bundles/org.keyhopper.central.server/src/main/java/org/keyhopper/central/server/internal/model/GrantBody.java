package org.keyhopper.central.server.internal.model;

/** A role and where it applies: everywhere, to one directory, or to one site. */
public record GrantBody(String role, String directory, String site) {}
