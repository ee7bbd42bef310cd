package org.keyhopper.central.server.internal.model;

import java.util.List;

/** Stations or API clients. */
public record StationPage(List<StationBody> items, String next) {}
