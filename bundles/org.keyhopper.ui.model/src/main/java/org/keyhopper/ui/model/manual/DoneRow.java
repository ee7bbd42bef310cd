package org.keyhopper.ui.model.manual;

import org.keyhopper.ui.model.OutcomeLook;

/** Somebody who was attended to a moment ago. */
public record DoneRow(OutcomeLook look, String name, String text) {}
