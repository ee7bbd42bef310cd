package org.keyhopper.core.reconcile;

import java.util.List;
import org.keyhopper.api.transport.LinkDescription;
import org.keyhopper.core.request.RecipientId;
import org.keyhopper.core.request.RecipientState;
import org.osgi.annotation.versioning.ConsumerType;

/** Asks an operator for devices during a reconciliation. Called on the reconciling thread; returns at once. */
@ConsumerType
public interface ReconcilePrompts {

    /** Asks for one of these devices, preferably the first; an empty list ends asking. */
    void insert(List<AwaitedDevice> awaited);

    /**
     * Returns whether the operator reported this recipient's device as permanently lost: its registration is removed
     * and the recipient fails. Asked several times a second while a device is awaited.
     */
    boolean isGivenUp(RecipientId recipient);

    /** Reports a device that was inserted and is none of those awaited. */
    default void notAwaited(LinkDescription device) {}

    /** Reports a recipient with its outcome after it was worked on. */
    default void settled(RecipientState recipient) {}
}
