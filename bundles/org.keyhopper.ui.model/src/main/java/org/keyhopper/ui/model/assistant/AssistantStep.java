package org.keyhopper.ui.model.assistant;

/** The steps of the assistant, in order. */
public enum AssistantStep {
    /** Connect a directory. */
    DIRECTORY,
    /** List the people who get a device. */
    REQUEST,
    /** Provision the first person. */
    DEVICE,
    /** Nothing is left to do. */
    DONE;

    AssistantStep next() {
        return values()[Math.min(ordinal() + 1, DONE.ordinal())];
    }

    AssistantStep previous() {
        return values()[Math.max(ordinal() - 1, 0)];
    }
}
