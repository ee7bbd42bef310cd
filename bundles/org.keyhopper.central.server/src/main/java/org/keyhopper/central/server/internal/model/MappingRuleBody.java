package org.keyhopper.central.server.internal.model;

/** Assigns a role to the operators with this value of the claim. */
public record MappingRuleBody(String value, String role, String directory, String site) {}
