package org.keyhopper.ui.fakes;

import java.net.URI;
import java.util.Optional;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.core.central.CentralConnectionProblem;
import org.keyhopper.core.central.CentralMembership;
import org.keyhopper.core.central.JoinOrder;
import org.keyhopper.core.central.Membership;
import org.keyhopper.core.central.ServerIdentity;

/** A station that has not joined, with no Central in reach. */
public final class FakeMembership implements CentralMembership {

    @Override
    public boolean isJoined() {
        return false;
    }

    @Override
    public Optional<Membership> current() {
        return Optional.empty();
    }

    @Override
    public Answer<ServerIdentity> identify(URI address) {
        return Answer.failed(Problem.of(CentralConnectionProblem.UNREACHABLE, address.toString()));
    }

    @Override
    public Answer<Membership> join(JoinOrder order) {
        return Answer.failed(Problem.of(
                CentralConnectionProblem.UNREACHABLE, order.address().toString()));
    }

    @Override
    public Answer<Boolean> leave() {
        return Answer.failed(Problem.of(CentralConnectionProblem.NOT_JOINED));
    }
}
