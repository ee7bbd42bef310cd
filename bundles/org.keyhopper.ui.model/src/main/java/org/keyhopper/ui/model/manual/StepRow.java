package org.keyhopper.ui.model.manual;

import org.keyhopper.core.run.StepProgress;

/** One step: its state, its text, and its duration. */
public record StepRow(StepProgress.State state, String text, String time) {}
