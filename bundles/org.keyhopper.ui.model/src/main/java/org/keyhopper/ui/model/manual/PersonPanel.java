package org.keyhopper.ui.model.manual;

import java.util.List;

/**
 * The person it is about.
 *
 * @param place such as "Person 14 of 120"
 * @param account user name
 * @param remark e-mail where it differs, and the wished device name; may be empty
 * @param after the names of the next, at most three
 * @param more how many after those, in words; may be empty
 */
public record PersonPanel(
        String place, String initials, String name, String account, String remark, List<String> after, String more) {
    public PersonPanel {
        after = List.copyOf(after);
    }
}
