package org.keyhopper.central.server.internal.model;

/** Whoever has this value of the claim has this role. */
public record MappingRuleBody(String value, String role, String directory, String site) {}
