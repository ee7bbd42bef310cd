package org.keyhopper.central.server.internal.model;

import java.util.List;

/** Results of a request. */
public record ResultPage(List<ResultBody> items, String next) {}
