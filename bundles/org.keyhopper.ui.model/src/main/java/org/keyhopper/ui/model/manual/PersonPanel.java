package org.keyhopper.ui.model.manual;

import java.util.List;

/**
 * The current recipient.
 *
 * @param place such as "Person 14 of 120"
 * @param account user name
 * @param remark e-mail address if it differs, and the requested device name; may be empty
 * @param after the names of the next recipients, at most three
 * @param more how many follow those, in words; may be empty
 */
public record PersonPanel(
        String place, String initials, String name, String account, String remark, List<String> after, String more) {
    public PersonPanel {
        after = List.copyOf(after);
    }
}
