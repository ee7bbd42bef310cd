package org.keyhopper.ui.model.requests;

import org.keyhopper.ui.model.OutcomeStyle;

/**
 * One person of the selected request.
 *
 * @param remark what has changed in the directory since; may be empty
 */
public record PersonRow(int position, String name, String user, OutcomeStyle style, String remark) {

    /** Returns the outcome together with the change in the directory. */
    public String text() {
        return remark.isEmpty() ? style.word() : remark + " · " + style.word();
    }
}
