package org.keyhopper.core.directory;

import org.keyhopper.api.directory.DirectoryConnector;
import org.keyhopper.api.settings.Settings;

/** A directory as the operator configured it: its name here, its connector's type, its plain settings. */
public record DirectoryAccount(String name, String type, Settings settings) {

    /** Returns whether secrets that were entered for the other directory would be sent to the same addresses by this one. */
    public boolean isAtSameAddress(DirectoryAccount other, DirectoryConnector connector) {
        return type.equals(other.type) && connector.addresses(settings).equals(connector.addresses(other.settings));
    }
}
