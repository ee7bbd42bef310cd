package org.keyhopper.central.portal.internal.create;

import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.UUID;
import org.keyhopper.api.request.Profile;
import org.keyhopper.central.portal.internal.frame.FormFields;
import org.keyhopper.central.portal.internal.profile.ProfileFields;

/** A request that is being written: the fields of the form as they were typed. Immutable by convention; never stored. */
public record Draft(MultivaluedMap<String, String> fields) {

    /** Returns an empty form with the default profile; its key makes a repeated creation harmless. */
    static Draft fresh() {
        MultivaluedMap<String, String> fields = new MultivaluedHashMap<>();
        fields.putSingle("key", UUID.randomUUID().toString());
        ProfileFields.put(Profile.DEFAULT, fields);
        return new Draft(fields);
    }

    /** Returns what a field has; an empty text for none. */
    public String get(String field) {
        return new FormFields(fields).get(field);
    }

    /** Returns whether a box is checked. */
    public boolean has(String field) {
        return new FormFields(fields).has(field);
    }

    List<String> all(String field) {
        return fields.getOrDefault(field, List.of());
    }

    /** Returns the form with the values of another profile. */
    Draft withProfile(Profile profile) {
        MultivaluedMap<String, String> changed = new MultivaluedHashMap<>(fields);
        ProfileFields.put(profile, changed);
        return new Draft(changed);
    }

    /** Returns the form with another list of people. */
    Draft withPeople(String people) {
        MultivaluedMap<String, String> changed = new MultivaluedHashMap<>(fields);
        changed.putSingle("people", people);
        return new Draft(changed);
    }
}
