package org.keyhopper.central.server.internal.model;

/** A step that a station reported for a person. */
public record StepBody(String station, long ceremony, String point, String at) {}
