package org.keyhopper.central.request;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.keyhopper.api.request.Profile;
import org.keyhopper.api.request.Recipient;

/**
 * A request to be created.
 *
 * @param profileName the named profile that the profile is a copy of; empty if it is none
 */
public record NewRequest(
        String name,
        String directory,
        String site,
        Profile profile,
        Optional<String> profileName,
        List<Recipient> people,
        RequestChange terms) {
    public NewRequest {
        people = List.copyOf(people);
    }

    /** A request with a profile of its own. */
    public NewRequest(
            String name, String directory, String site, Profile profile, List<Recipient> people, RequestChange terms) {
        this(name, directory, site, profile, Optional.empty(), people, terms);
    }

    /** Returns everything in it as text, the same for the same request. */
    public String content() {
        return String.join(
                "|",
                name,
                directory,
                site,
                profile.pin().toString(),
                profile.minimumPinLength().toString(),
                new TreeSet<>(profile.options()).toString(),
                profile.unsupported().name(),
                profile.deviceName(),
                new TreeSet<>(profile.allowedAaguids()).toString(),
                new TreeSet<>(profile.minPinLengthRpIds()).toString(),
                profileName.orElse(""),
                people.toString(),
                terms.toString());
    }
}
