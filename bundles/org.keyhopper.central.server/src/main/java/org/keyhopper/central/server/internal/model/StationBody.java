package org.keyhopper.central.server.internal.model;

import java.util.List;

/** A station or API client that joined. */
public record StationBody(
        String id, String name, String keyThumbprint, List<GrantBody> grants, String joined, boolean revoked) {}
