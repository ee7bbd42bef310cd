package org.keyhopper.host.internal.command;

import java.util.Optional;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.core.central.CentralConnectionProblem;
import org.keyhopper.core.central.CentralMembership;
import org.keyhopper.core.central.CentralPrivilege;
import org.keyhopper.core.central.CentralStatus;
import org.keyhopper.host.internal.output.ProblemLines;

/** Whether devices may be reset at this station. */
final class ResetPermission {

    private ResetPermission() {}

    /** Refuses the command if the roles at Central do not allow it, or if Central cannot be asked. */
    static void require(CentralMembership central) throws InputRefusedException {
        if (!central.isJoined()) {
            return;
        }
        Optional<Problem> unknown = central.check().failure();
        if (unknown.isPresent()) {
            throw new InputRefusedException(ProblemLines.of(unknown.get()));
        }
        CentralStatus status = central.status().orElseThrow();
        if (!status.may(CentralPrivilege.RESET_DEVICES)) {
            throw new InputRefusedException(
                    ProblemLines.of(Problem.of(CentralConnectionProblem.RESET_NOT_PERMITTED, status.central())));
        }
    }
}
