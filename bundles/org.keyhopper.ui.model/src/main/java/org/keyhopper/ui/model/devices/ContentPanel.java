package org.keyhopper.ui.model.devices;

import java.util.List;

/**
 * The content of a device.
 *
 * @param open whether the device is unlocked and all credentials are listed
 * @param sentence how to unlock it, why that is impossible, or the free space
 */
public record ContentPanel(boolean open, String sentence, List<CredentialRow> rows) {
    public ContentPanel {
        rows = List.copyOf(rows);
    }
}
