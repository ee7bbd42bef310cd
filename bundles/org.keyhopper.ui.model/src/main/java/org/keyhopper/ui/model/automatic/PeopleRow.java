package org.keyhopper.ui.model.automatic;

import org.keyhopper.ui.model.OutcomeStyle;
import org.keyhopper.ui.model.Tint;

/** One attempt for one recipient: in progress, completed or next. */
public record PeopleRow(OutcomeStyle.Mark mark, Tint tint, String name, String text, String time) {}
