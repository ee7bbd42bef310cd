package org.keyhopper.ui.model.requests;

import java.util.List;

/**
 * The selected request.
 *
 * @param profile in a few words
 * @param progress the numbers in words
 * @param open how many a run would attempt
 */
public record RequestDetail(RequestRow row, String profile, String progress, int open, List<PersonRow> people) {
    public RequestDetail {
        people = List.copyOf(people);
    }
}
