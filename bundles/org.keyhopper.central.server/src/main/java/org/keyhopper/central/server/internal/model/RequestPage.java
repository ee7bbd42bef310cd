package org.keyhopper.central.server.internal.model;

import java.util.List;

/** Requests, newest first. */
public record RequestPage(List<RequestView> items, String next) {}
