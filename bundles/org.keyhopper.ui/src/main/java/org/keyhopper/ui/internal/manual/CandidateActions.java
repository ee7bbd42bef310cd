package org.keyhopper.ui.internal.manual;

import org.keyhopper.api.transport.LinkId;

/** Handles the choice between several devices. UI thread. */
public interface CandidateActions {

    /** Selects the device. */
    void pick(LinkId device);

    /** Makes the device blink. */
    void blink(LinkId device);
}
