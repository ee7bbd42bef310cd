package org.keyhopper.ui.model.devices;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.keyhopper.api.transport.LinkId;
import org.keyhopper.ui.model.Heading;
import org.keyhopper.ui.model.Notice;
import org.keyhopper.ui.model.manual.DevicePanel;
import org.keyhopper.ui.model.manual.Stage;

/**
 * Everything the Devices place shows of what is plugged in.
 *
 * @param rows the devices, those that came last at the end
 * @param selected the one that is looked at
 * @param device what is known of it; empty until it has answered
 * @param content what is on it; empty until it has answered
 * @param task what hands have to do during a reset, if one is under way
 * @param actions what can be done now
 */
public record DevicesState(
        Heading heading,
        List<DeviceRow> rows,
        Optional<LinkId> selected,
        Optional<DevicePanel> device,
        Optional<ContentPanel> content,
        Optional<Stage> task,
        Set<DeviceAction> actions,
        Optional<Notice> notice) {
    public DevicesState {
        rows = List.copyOf(rows);
        actions = Set.copyOf(actions);
    }

    public boolean offers(DeviceAction action) {
        return actions.contains(action);
    }
}
