package org.keyhopper.api.printer;

import java.util.Objects;
import java.util.Set;
import org.keyhopper.api.settings.SettingsDescription;

/**
 * What a driver says about itself before it is used.
 *
 * @param id short and stable, such as {@code evolis}
 * @param displayName the name people know the printers by
 * @param schemes the address schemes it opens, such as {@code evolis-raw}
 * @param options what may stand after the question mark of an address; facts the printer does not tell
 * @param provenance where the driver's knowledge is from
 */
public record DriverDescription(
        String id, String displayName, Set<String> schemes, SettingsDescription options, Provenance provenance) {

    public DriverDescription {
        Objects.requireNonNull(id);
        Objects.requireNonNull(displayName);
        schemes = Set.copyOf(schemes);
        Objects.requireNonNull(options);
        Objects.requireNonNull(provenance);
    }
}
