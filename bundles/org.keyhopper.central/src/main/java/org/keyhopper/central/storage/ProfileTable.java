package org.keyhopper.central.storage;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keyhopper.api.request.Profile;
import org.keyhopper.central.profile.NamedProfile;
import org.keyhopper.core.request.RequestId;

/** Named profiles, and which requests were made with them. */
public interface ProfileTable {

    /** Returns all in order of their names. */
    List<NamedProfile> all();

    Optional<NamedProfile> find(String name);

    /** Adds version 1; false if there is one of this name. */
    boolean add(String name, Profile profile);

    /** Stores the version after this one; false if it is not the current one. */
    boolean replace(NamedProfile profile);

    /** Removes it, and forgets which requests were made with it; false if the version is not the current one. */
    boolean remove(String name, long version);

    /** Notes that a request was made with a profile. */
    void use(RequestId request, String name);

    /** Returns how many requests were made with each profile; one without any is not there. */
    Map<String, Integer> uses();

    /** Returns the requests that were made with a profile, newest first. */
    List<RequestId> usedBy(String name);

    /** Returns the name of the profile that a request was made with. */
    Optional<String> usedFor(RequestId request);
}
