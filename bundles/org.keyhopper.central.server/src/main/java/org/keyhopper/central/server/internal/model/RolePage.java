package org.keyhopper.central.server.internal.model;

import java.util.List;

/** All roles. */
public record RolePage(List<RoleBody> items) {}
