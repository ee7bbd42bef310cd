package org.keyhopper.central.server.internal.model;

import java.util.List;

/** The codes of the obstacles that a connector may remove by changing its directory. */
public record ConfirmedChangesBody(List<String> obstacles) {}
