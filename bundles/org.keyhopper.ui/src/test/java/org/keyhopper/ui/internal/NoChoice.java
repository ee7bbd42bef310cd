package org.keyhopper.ui.internal;

import org.keyhopper.api.transport.LinkId;
import org.keyhopper.ui.internal.manual.CandidateSink;

/** Does nothing with what is said of several devices. */
final class NoChoice implements CandidateSink {

    @Override
    public void pick(LinkId device) {
        // Only pictures are taken here.
    }

    @Override
    public void blink(LinkId device) {
        // Only pictures are taken here.
    }
}
