package org.keyhopper.core.internal.device;

import org.keyhopper.api.device.DeviceProblem;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.transport.ChannelException;
import org.keyhopper.api.transport.Deadline;
import org.keyhopper.api.transport.DeviceLink;
import org.keyhopper.api.transport.FidoChannel;
import org.keyhopper.api.transport.LinkDescription;

/**
 * A USB key as the card in a reader of its own, for where the key itself may not be opened. Most keys have no FIDO
 * application there; what is the matter with them is still that they may not be opened.
 */
record CcidFallback(DeviceLink card) implements DeviceLink {

    @Override
    public LinkDescription description() {
        return card.description();
    }

    @Override
    public FidoChannel open(Deadline deadline) throws ChannelException {
        try {
            return card.open(deadline);
        } catch (ChannelException noWayEither) {
            Problem problem = noWayEither.problem();
            if (problem.is(DeviceProblem.GONE) || problem.is(DeviceProblem.CANCELLED)) {
                throw noWayEither;
            }
            throw new ChannelException(
                    Problem.of(DeviceProblem.ACCESS_DENIED).withDetail("nor as a card: " + problem), noWayEither);
        }
    }
}
