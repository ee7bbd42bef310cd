package org.keyhopper.central.server.internal.model;

/** The number of the last entry that Central has of a station. */
public record LastEntryBody(long last) {}
