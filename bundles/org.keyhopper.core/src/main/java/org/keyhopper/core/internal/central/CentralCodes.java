package org.keyhopper.core.internal.central;

import java.util.List;
import java.util.Set;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.core.central.CentralConnectionProblem;

/** The codes of Central's API that a station acts on. */
final class CentralCodes {

    /** What Central answers once it has looked at the claim. */
    private static final Set<String> VERDICTS = Set.of(
            "central.claim-lost",
            "central.no-such-claim",
            "central.out-of-order",
            "central.other-credential",
            "central.no-escrow",
            "central.no-such-pin");

    /** What Central says of a device's work, and what its directory said: it asks only under a claim that it has looked at. */
    private static final List<String> PASSED_ON = List.of("device.", "metadata.", "directory.");

    private CentralCodes() {}

    /**
     * Returns whether a call under a claim was refused for the sake of the claim. Any other refusal, such as of a caller whose
     * sign-in has ended, says nothing about an earlier call whose answer was lost.
     */
    static boolean isVerdict(Problem problem) {
        String code = problem.code().id();
        return VERDICTS.contains(code) || PASSED_ON.stream().anyMatch(code::startsWith);
    }

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
