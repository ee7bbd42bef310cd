package org.keyhopper.ui.model.assistant;

import java.util.Optional;

/** Where the assistant was left, kept beyond the end of the program. Fast, any thread. */
public interface AssistantMemory {

    /** Returns the step that was shown last; empty when the assistant was closed or never opened. */
    Optional<AssistantStep> step();

    void keep(Optional<AssistantStep> step);

    /** Returns a memory that lasts as long as the program. */
    static AssistantMemory none() {
        return new AssistantMemory() {
            @Override
            public Optional<AssistantStep> step() {
                return Optional.empty();
            }

            @Override
            public void keep(Optional<AssistantStep> step) {
                // The presenter has it.
            }
        };
    }
}
