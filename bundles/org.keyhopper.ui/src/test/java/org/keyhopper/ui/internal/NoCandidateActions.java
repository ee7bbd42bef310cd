package org.keyhopper.ui.internal;

import org.keyhopper.api.transport.LinkId;
import org.keyhopper.ui.internal.manual.CandidateActions;

/** Candidate actions that do nothing. */
final class NoCandidateActions implements CandidateActions {

    @Override
    public void pick(LinkId device) {
        // Only for screenshots.
    }

    @Override
    public void blink(LinkId device) {
        // Only for screenshots.
    }
}
