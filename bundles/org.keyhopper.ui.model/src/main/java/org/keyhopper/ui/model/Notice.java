package org.keyhopper.ui.model;

import java.util.Optional;

/**
 * A line that informs the operator and needs no answer.
 *
 * @param problem the code of the problem that it is about, if any
 */
public record Notice(String text, Tint tint, Optional<String> problem) {

    public Notice(String text, Tint tint) {
        this(text, tint, Optional.empty());
    }
}
