package org.keyhopper.central.server.internal.model;

import java.util.List;

/** Roles that follow from a claim of the identity provider. */
public record MappingBody(String claim, List<MappingRuleBody> rules) {}
