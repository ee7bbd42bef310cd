package org.keyhopper.central.server.internal.model;

import java.util.List;

/** The requests that are assigned to a station and have someone pending. */
public record AssignmentsBody(List<String> requests) {}
