package org.keyhopper.central.server.internal.model;

/** How many people of a request had failed and are pending again. */
public record ReopenedBody(int reopened) {}
