package org.keyhopper.central.server.internal.model;

import java.util.List;

/** Who makes the call, with the privileges it has anywhere; the token is for calls of a browser that change something. */
public record SessionBody(
        String kind, String id, String name, List<GrantBody> grants, List<String> privileges, String csrfToken) {}
