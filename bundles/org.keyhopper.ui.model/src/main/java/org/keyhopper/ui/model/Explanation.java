package org.keyhopper.ui.model;

/** A problem in the words of the person at the desk: what it is, why, and what to do. Cause and action may be empty. */
public record Explanation(String title, String cause, String action) {

    /** Returns cause and action in one paragraph. */
    public String rest() {
        return (cause + " " + action).strip();
    }
}
