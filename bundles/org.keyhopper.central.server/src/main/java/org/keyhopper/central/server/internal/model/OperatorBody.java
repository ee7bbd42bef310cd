package org.keyhopper.central.server.internal.model;

import java.util.List;

/** An operator; {@code signedIn} is the time of the last sign-in. */
public record OperatorBody(
        String id,
        String login,
        String name,
        List<GrantBody> grants,
        String created,
        String signedIn,
        boolean disabled) {}
