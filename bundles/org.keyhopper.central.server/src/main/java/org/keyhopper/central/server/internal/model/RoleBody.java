package org.keyhopper.central.server.internal.model;

import java.util.List;

/** A role; a default one cannot be changed. */
public record RoleBody(String name, List<String> privileges, boolean isDefault, long version) {}
