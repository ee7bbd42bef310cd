package org.keyhopper.ui.model.manual;

import org.keyhopper.ui.model.OutcomeStyle;

/** A recently completed recipient. */
public record CompletedRow(OutcomeStyle style, String name, String text) {}
