package org.keyhopper.central.pickup;

import java.util.List;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.central.access.Caller;
import org.keyhopper.core.request.RecipientId;
import org.keyhopper.core.request.RequestId;

/** What the PIN office sees and does about pick-ups. Blocking on the database; any thread; needs VIEW_INITIAL_PIN. */
public interface PickUpOffice {

    /** Returns the copies of a request whose PINs devices have accepted, the last one of each recipient. */
    Answer<List<PickUpCopy>> list(Caller caller, RequestId request);

    /**
     * Has an invitation sent, which ends the link before it and lets the person see the PIN once more; NO_PICK_UP if there is no copy.
     */
    Answer<RecipientId> invite(Caller caller, RecipientId recipient);
}
