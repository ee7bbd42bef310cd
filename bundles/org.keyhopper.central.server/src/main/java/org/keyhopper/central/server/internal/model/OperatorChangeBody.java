package org.keyhopper.central.server.internal.model;

import java.util.List;

/** The roles of an operator, and whether the operator may sign in. */
public record OperatorChangeBody(List<GrantBody> grants, boolean disabled) {}
