package org.keyhopper.ui.model.requests;

import java.util.List;

/**
 * The selected request.
 *
 * @param profile a summary of the profile
 * @param progress the counts in words
 * @param open number of people that a run would attempt
 */
public record RequestDetail(RequestRow row, String profile, String progress, int open, List<PersonRow> people) {
    public RequestDetail {
        people = List.copyOf(people);
    }
}
