package org.keyhopper.central.server.internal.model;

import java.util.List;

/** People of a request. */
public record PersonPage(List<PersonBody> items, String next) {}
