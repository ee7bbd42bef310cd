package org.keyhopper.central.server.internal.model;

import java.util.List;

/** Roles. */
public record GrantsBody(List<GrantBody> grants) {}
