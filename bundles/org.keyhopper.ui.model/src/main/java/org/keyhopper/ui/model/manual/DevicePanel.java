package org.keyhopper.ui.model.manual;

import java.util.List;
import org.keyhopper.api.device.DeviceKind;
import org.keyhopper.ui.model.Tint;

/**
 * The device that is put in.
 *
 * @param caption a short word below its picture
 * @param verdict one line that says whether it may be used
 */
public record DevicePanel(DeviceKind kind, String caption, List<Fact> facts, String verdict, Tint verdictTint) {

    /** One thing known about it. */
    public record Fact(String label, String value) {}

    public DevicePanel {
        facts = List.copyOf(facts);
    }
}
