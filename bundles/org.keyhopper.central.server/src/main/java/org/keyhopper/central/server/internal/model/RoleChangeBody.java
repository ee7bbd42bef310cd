package org.keyhopper.central.server.internal.model;

import java.util.List;

/** The privileges of a custom role. */
public record RoleChangeBody(List<String> privileges) {}
