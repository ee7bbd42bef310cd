package org.keyhopper.central.server.internal.model;

import java.util.List;

/** An operator to be added before the first sign-in. */
public record NewOperatorBody(String login, List<GrantBody> grants) {}
