package org.keyhopper.core.directory;

import java.util.Set;
import java.util.function.Function;
import org.keyhopper.api.settings.Settings;

/** A directory as the operator configured it: its name here, its connector's type, its plain settings. */
public record DirectoryAccount(String name, String type, Settings settings) {

    /**
     * Returns whether secrets that were entered for the other directory would be sent to the same addresses by this one.
     *
     * @param addresses those of the connector
     */
    public boolean isAtSameAddress(DirectoryAccount other, Function<Settings, Set<String>> addresses) {
        return type.equals(other.type) && addresses.apply(settings).equals(addresses.apply(other.settings));
    }
}
