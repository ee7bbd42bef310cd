package org.keyhopper.ui.model.requests;

import org.keyhopper.ui.model.OutcomeLook;

/** One person of the selected request. */
public record PersonRow(int position, String name, String user, OutcomeLook look) {}
