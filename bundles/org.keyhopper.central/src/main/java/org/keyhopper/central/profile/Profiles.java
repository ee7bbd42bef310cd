package org.keyhopper.central.profile;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.request.Profile;
import org.keyhopper.central.access.Caller;
import org.keyhopper.central.request.RequestSummary;
import org.keyhopper.core.request.RequestId;

/**
 * Reads and changes the named profiles. A request has a copy of the profile it was made with, which no later change reaches.
 * Blocking on the database; any thread.
 */
public interface Profiles {

    /** Returns all in order of their names, for those who manage them, create requests, or see the audit trail. */
    Answer<List<NamedProfile>> list(Caller caller);

    /** Returns one; NO_SUCH_THING if there is none. */
    Answer<NamedProfile> find(Caller caller, String name);

    /**
     * Adds a profile, or replaces the one of a version. ALREADY_EXISTS if it is not to replace any; VERSION_DIFFERS if that
     * version is not the current one.
     */
    Answer<NamedProfile> put(Caller caller, String name, Profile profile, Optional<Long> version);

    /** Removes the profile of a version; VERSION_DIFFERS if it is not the current one. Requests keep their copies. */
    Answer<String> remove(Caller caller, String name, long version);

    /** Returns how many requests were made with each profile, those that the caller may not see included. */
    Answer<Map<String, Integer>> uses(Caller caller);

    /** Returns the requests that were made with it and that the caller may see, newest first. */
    Answer<List<RequestSummary>> usedBy(Caller caller, String name, int limit);

    /** Returns the name of the profile that a request was made with; empty if it was made without one. */
    Answer<Optional<String>> usedFor(Caller caller, RequestId id);
}
