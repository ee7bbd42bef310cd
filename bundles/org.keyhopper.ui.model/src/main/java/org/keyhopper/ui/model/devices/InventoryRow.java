package org.keyhopper.ui.model.devices;

import org.keyhopper.ui.model.OutcomeLook;
import org.keyhopper.ui.model.Tint;

/** One device that was given to somebody. */
public record InventoryRow(
        String holder,
        String device,
        String serial,
        String directory,
        String since,
        String state,
        Tint tint,
        OutcomeLook.Mark mark) {}
