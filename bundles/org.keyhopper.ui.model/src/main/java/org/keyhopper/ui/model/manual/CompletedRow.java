package org.keyhopper.ui.model.manual;

import org.keyhopper.ui.model.OutcomeStyle;

/** Somebody who was attended to a moment ago. */
public record CompletedRow(OutcomeStyle look, String name, String text) {}
