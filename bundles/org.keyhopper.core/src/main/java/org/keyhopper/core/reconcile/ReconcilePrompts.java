package org.keyhopper.core.reconcile;

import java.util.List;
import org.keyhopper.api.transport.LinkDescription;
import org.keyhopper.core.request.RecipientId;
import org.keyhopper.core.request.RecipientState;
import org.osgi.annotation.versioning.ConsumerType;

/** How reconciling asks an operator for devices. Called on the reconciling thread; returns quickly. */
@ConsumerType
public interface ReconcilePrompts {

    /** Asks for one of these devices, the first of them by preference; an empty list when none is awaited any more. */
    void insert(List<AwaitedDevice> awaited);

    /**
     * Returns whether the operator has said that this recipient's device is gone for good: its registration is removed and
     * its recipient fails. Asked several times a second while a device is awaited.
     */
    boolean isGivenUp(RecipientId recipient);

    /** Reports a device that was inserted and is none of those awaited. */
    default void notAwaited(LinkDescription device) {}

    /** Reports how a recipient stands after it was worked on. */
    default void settled(RecipientState recipient) {}
}
