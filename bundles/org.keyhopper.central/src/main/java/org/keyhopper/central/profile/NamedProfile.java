package org.keyhopper.central.profile;

import java.util.Objects;
import org.keyhopper.api.request.Profile;

/**
 * A profile that is kept under a name.
 *
 * @param version counts the changes
 */
public record NamedProfile(String name, Profile profile, long version) {
    public NamedProfile {
        Objects.requireNonNull(name);
        Objects.requireNonNull(profile);
    }
}
