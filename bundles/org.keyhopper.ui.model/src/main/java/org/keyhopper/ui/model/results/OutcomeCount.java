package org.keyhopper.ui.model.results;

import java.util.Optional;
import org.keyhopper.api.request.Outcome;
import org.keyhopper.ui.model.OutcomeStyle;

/** A number with its word; the total has no outcome. Those with an outcome are the segments of the chart. */
public record OutcomeCount(String label, int value, Optional<OutcomeStyle> look) {

    /** Returns whose rows it stands for; empty for all. */
    public Optional<Outcome> outcome() {
        return look.map(OutcomeStyle::outcome);
    }
}
