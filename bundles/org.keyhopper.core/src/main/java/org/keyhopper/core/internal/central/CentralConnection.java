package org.keyhopper.core.internal.central;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.core.central.CentralAccess;
import org.keyhopper.core.central.CentralConnectionProblem;
import org.keyhopper.core.central.CentralStatus;
import org.keyhopper.core.central.CentralStatus.Connection;
import org.keyhopper.core.central.Membership;

/** What the calls to Central showed of the connection. Any thread. */
final class CentralConnection {

    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    /** Guarded by this. */
    private Optional<CentralStatus> status = Optional.empty();

    void addListener(Runnable listener) {
        listeners.add(listener);
    }

    void removeListener(Runnable listener) {
        listeners.remove(listener);
    }

    synchronized Optional<CentralStatus> status() {
        return status;
    }

    /** Begins anew for a membership, before the first call. */
    void begin(Membership membership) {
        change(Optional.of(new CentralStatus(
                membership.central(),
                membership.address(),
                membership.name(),
                Optional.empty(),
                Connection.UNKNOWN,
                Optional.empty())));
    }

    void end() {
        change(Optional.empty());
    }

    /** Notes the answer of a call, and returns it. */
    <T> Answer<T> noted(Answer<T> answer) {
        Optional<Problem> failure = answer.failure();
        if (failure.filter(CentralCodes::isLoss).isPresent()) {
            note(Connection.LOST, failure);
        } else if (failure.filter(CentralConnection::isSignedOut).isPresent()) {
            note(Connection.SIGNED_OUT, failure);
        } else {
            note(Connection.CONNECTED, Optional.empty());
        }
        return answer;
    }

    private static boolean isSignedOut(Problem problem) {
        return problem.is(CentralConnectionProblem.SIGN_IN_ENDED);
    }

    private void note(Connection connection, Optional<Problem> problem) {
        status().ifPresent(old -> change(Optional.of(
                new CentralStatus(old.central(), old.address(), old.station(), old.access(), connection, problem))));
    }

    void note(CentralAccess access) {
        status().ifPresent(old -> change(Optional.of(new CentralStatus(
                old.central(), old.address(), old.station(), Optional.of(access), old.connection(), old.problem()))));
    }

    private void change(Optional<CentralStatus> next) {
        boolean changed;
        synchronized (this) {
            changed = !status.equals(next);
            status = next;
        }
        if (changed) {
            listeners.forEach(Runnable::run);
        }
    }
}
