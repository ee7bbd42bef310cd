package org.keyhopper.ui.model.devices;

import org.keyhopper.api.settings.Secret;

/** The input of a PIN dialog; fields that were not shown are empty. The receiver closes it. */
public record TypedPins(Secret current, Secret next) implements AutoCloseable {
    @Override
    public void close() {
        current.close();
        next.close();
    }
}
