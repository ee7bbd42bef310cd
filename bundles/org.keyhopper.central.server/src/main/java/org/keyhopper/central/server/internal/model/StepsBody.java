package org.keyhopper.central.server.internal.model;

import java.util.List;

/** The steps that stations reported for a person, in order of time. */
public record StepsBody(List<StepBody> steps) {}
