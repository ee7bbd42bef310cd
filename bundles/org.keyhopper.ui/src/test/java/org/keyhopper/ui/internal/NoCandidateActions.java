package org.keyhopper.ui.internal;

import org.keyhopper.api.transport.LinkId;
import org.keyhopper.ui.internal.manual.CandidateActions;

/** Does nothing with what is said of several devices. */
final class NoCandidateActions implements CandidateActions {

    @Override
    public void pick(LinkId device) {
        // Only pictures are taken here.
    }

    @Override
    public void blink(LinkId device) {
        // Only pictures are taken here.
    }
}
