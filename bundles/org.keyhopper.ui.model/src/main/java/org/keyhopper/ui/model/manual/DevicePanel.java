package org.keyhopper.ui.model.manual;

import java.util.List;
import org.keyhopper.api.device.DeviceKind;
import org.keyhopper.ui.model.Tint;

/**
 * The connected device.
 *
 * @param caption a short label below its picture
 * @param verdict whether it can be used
 */
public record DevicePanel(DeviceKind kind, String caption, List<Fact> facts, String verdict, Tint verdictTint) {

    /** One known property. */
    public record Fact(String label, String value) {}

    public DevicePanel {
        facts = List.copyOf(facts);
    }
}
