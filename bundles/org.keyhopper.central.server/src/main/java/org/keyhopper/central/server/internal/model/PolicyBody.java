package org.keyhopper.central.server.internal.model;

import java.util.List;
import java.util.Map;

/** What holds for all requests; the groups by directory. */
public record PolicyBody(boolean approveAll, Map<String, List<String>> privilegedGroups) {}
