package org.keyhopper.api.printer;

import java.util.Objects;
import java.util.Set;
import org.keyhopper.api.settings.SettingsDescription;

/**
 * The static description of a driver.
 *
 * @param id short and stable, such as {@code evolis}
 * @param displayName the name by which operators know the printers
 * @param schemes the address schemes it opens, such as {@code evolis-raw}
 * @param options the options of an address; properties that the printer does not report
 * @param provenance the sources of the driver's protocol knowledge
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
