package org.keyhopper.ui.model.manual;

import org.keyhopper.core.run.StepProgress;

/** One step: its state, its words, and how long it took. */
public record StepRow(StepProgress.State state, String text, String time) {}
