package org.keyhopper.ui.model.results;

import java.util.Optional;
import org.keyhopper.api.request.Outcome;
import org.keyhopper.ui.model.OutcomeStyle;

/** A number with its label; the total has no outcome. Those with an outcome are the segments of the chart. */
public record OutcomeCount(String label, int value, Optional<OutcomeStyle> style) {

    /** Returns the outcome that is counted; empty for all. */
    public Optional<Outcome> outcome() {
        return style.map(OutcomeStyle::outcome);
    }
}
