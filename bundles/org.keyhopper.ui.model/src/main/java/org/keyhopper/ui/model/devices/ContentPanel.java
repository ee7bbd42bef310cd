package org.keyhopper.ui.model.devices;

import java.util.List;

/**
 * What is on the device.
 *
 * @param open whether its PIN was given, so that the rows are all there is
 * @param sentence what to do to see it, why it cannot be seen, or how much room is left
 */
public record ContentPanel(boolean open, String sentence, List<CredentialRow> rows) {
    public ContentPanel {
        rows = List.copyOf(rows);
    }
}
