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
 * The view state of connected devices.
 *
 * @param rows the devices, most recently inserted last
 * @param selected the selected device
 * @param device its properties; empty until it has responded
 * @param content its credentials; empty until it has responded
 * @param task the current instruction of a reset in progress
 * @param actions the available actions
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
