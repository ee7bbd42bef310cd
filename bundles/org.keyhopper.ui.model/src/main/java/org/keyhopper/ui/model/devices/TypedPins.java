package org.keyhopper.ui.model.devices;

import org.keyhopper.api.settings.Secret;

/** What was typed into a PIN dialog; what was not asked for is empty. Whoever gets it closes it. */
public record TypedPins(Secret current, Secret next) implements AutoCloseable {
    @Override
    public void close() {
        current.close();
        next.close();
    }
}
