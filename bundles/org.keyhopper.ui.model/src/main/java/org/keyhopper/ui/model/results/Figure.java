package org.keyhopper.ui.model.results;

import java.util.Optional;
import org.keyhopper.api.request.Outcome;
import org.keyhopper.ui.model.OutcomeLook;

/** A number with its word; the total has no outcome. Those with an outcome are the segments of the chart. */
public record Figure(String label, int value, Optional<OutcomeLook> look) {

    /** Returns whose rows it stands for; empty for all. */
    public Optional<Outcome> outcome() {
        return look.map(OutcomeLook::outcome);
    }
}
