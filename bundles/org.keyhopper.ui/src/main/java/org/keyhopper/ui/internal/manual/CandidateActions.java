package org.keyhopper.ui.internal.manual;

import org.keyhopper.api.transport.LinkId;

/** Takes what the operator says of several devices. UI thread. */
public interface CandidateActions {

    /** This one is meant. */
    void pick(LinkId device);

    /** This one shall show itself. */
    void blink(LinkId device);
}
