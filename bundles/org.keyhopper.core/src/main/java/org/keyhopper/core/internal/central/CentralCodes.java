package org.keyhopper.core.internal.central;

import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.core.central.CentralConnectionProblem;

/** The codes of Central's API that a station acts on. */
final class CentralCodes {

    private CentralCodes() {}

    /** Returns whether the claim is not the station's any more. */
    static boolean isLostClaim(Problem problem) {
        return has(problem, "central.claim-lost") || has(problem, "central.no-such-claim");
    }

    static boolean isNoSuchRequest(Problem problem) {
        return has(problem, "central.no-such-request");
    }

    static boolean isTooManyClaims(Problem problem) {
        return has(problem, "central.too-many-claims");
    }

    /** Returns whether the enrolment was proved before. */
    static boolean isProved(Problem problem) {
        return has(problem, "central.out-of-order") && problem.arguments().contains("PROVED");
    }

    static boolean isWithoutEscrow(Problem problem) {
        return has(problem, "central.no-escrow");
    }

    static boolean isNoSuchPin(Problem problem) {
        return has(problem, "central.no-such-pin");
    }

    static boolean isUnreachable(Problem problem) {
        return problem.is(CentralConnectionProblem.UNREACHABLE);
    }

    /** Returns whether Central was not reached, or gave no answer. */
    static boolean isLoss(Problem problem) {
        return isUnreachable(problem) || problem.is(CentralConnectionProblem.NO_ANSWER);
    }

    private static boolean has(Problem problem, String code) {
        return problem.code().id().equals(code);
    }
}
