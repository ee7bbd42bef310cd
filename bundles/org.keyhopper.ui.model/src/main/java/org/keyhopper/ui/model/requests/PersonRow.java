package org.keyhopper.ui.model.requests;

import org.keyhopper.ui.model.OutcomeStyle;

/**
 * One person of the selected request.
 *
 * @param remark what the directory says differently since; empty when nothing
 */
public record PersonRow(int position, String name, String user, OutcomeStyle look, String remark) {

    /** Returns what became of the person, in the directory and here. */
    public String words() {
        return remark.isEmpty() ? look.word() : remark + " · " + look.word();
    }
}
