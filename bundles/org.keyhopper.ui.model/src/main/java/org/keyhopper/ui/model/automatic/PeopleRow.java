package org.keyhopper.ui.model.automatic;

import org.keyhopper.ui.model.OutcomeStyle;
import org.keyhopper.ui.model.Tint;

/** One card for one person: under way, done, or to come. */
public record PeopleRow(OutcomeStyle.Mark mark, Tint tint, String name, String text, String time) {}
