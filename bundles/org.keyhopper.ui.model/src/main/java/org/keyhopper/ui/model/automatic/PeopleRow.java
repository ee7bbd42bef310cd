package org.keyhopper.ui.model.automatic;

import org.keyhopper.ui.model.OutcomeLook;
import org.keyhopper.ui.model.Tint;

/** One card for one person: under way, done, or to come. */
public record PeopleRow(OutcomeLook.Mark mark, Tint tint, String name, String text, String time) {}
