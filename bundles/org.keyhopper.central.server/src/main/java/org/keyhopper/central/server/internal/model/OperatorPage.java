package org.keyhopper.central.server.internal.model;

import java.util.List;

/** Operators; {@code next} is the cursor of the following page. */
public record OperatorPage(List<OperatorBody> items, String next) {}
