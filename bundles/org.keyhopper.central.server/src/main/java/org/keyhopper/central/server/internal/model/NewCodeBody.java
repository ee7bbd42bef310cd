package org.keyhopper.central.server.internal.model;

import java.util.List;

/** What is to join with a one-time code. */
public record NewCodeBody(String name, List<GrantBody> grants) {}
