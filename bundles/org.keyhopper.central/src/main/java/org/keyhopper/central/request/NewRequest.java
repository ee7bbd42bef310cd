package org.keyhopper.central.request;

import java.util.List;
import java.util.TreeSet;
import org.keyhopper.api.request.Profile;
import org.keyhopper.api.request.Recipient;

/** A request to be created. */
public record NewRequest(
        String name, String directory, String site, Profile profile, List<Recipient> people, RequestChange terms) {
    public NewRequest {
        people = List.copyOf(people);
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
                people.toString(),
                terms.toString());
    }
}
