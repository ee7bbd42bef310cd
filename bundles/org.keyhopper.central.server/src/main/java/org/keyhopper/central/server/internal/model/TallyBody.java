package org.keyhopper.central.server.internal.model;

/** People of a request by outcome. */
public record TallyBody(int total, int provisioned, int failed, int skipped, int pending, int unclear) {}
