package org.keyhopper.core.internal.directory;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.diagnostic.ProblemCode;
import org.keyhopper.api.directory.DirectoryProblem;
import org.keyhopper.api.request.Outcome;
import org.keyhopper.core.central.CentralConnectionProblem;
import org.keyhopper.core.request.OutcomeRecord;
import org.keyhopper.core.run.RunProblem;

/** Tells outages, which end without anything being changed, from what a directory refuses. */
public final class Outages {

    /** The code of Central's API for a station that holds as many claims as it may. */
    private static final String TOO_MANY_CLAIMS = "central.too-many-claims";

    private static final Set<String> CODES = Stream.<ProblemCode>of(
                    DirectoryProblem.UNREACHABLE,
                    DirectoryProblem.NO_ANSWER,
                    DirectoryProblem.THROTTLED,
                    DirectoryProblem.SERVER_ERROR,
                    CentralConnectionProblem.UNREACHABLE,
                    CentralConnectionProblem.NO_ANSWER)
            .map(ProblemCode::id)
            .collect(Collectors.toUnmodifiableSet());

    private Outages() {}

    /** Returns whether the same question may well be answered later. */
    public static boolean isFor(Problem problem) {
        return CODES.contains(problem.code().id()) || isOfEarlierClaim(problem);
    }

    /** Returns whether this is what a run shows during an outage. */
    public static boolean isNotice(Problem problem) {
        return isFor(problem)
                || problem.is(RunProblem.DIRECTORY_OUT)
                || problem.is(RunProblem.CENTRAL_OUT)
                || problem.is(RunProblem.CLAIM_AWAITED);
    }

    /** Returns whether Central, and not a directory, is out of reach. */
    public static boolean isOfCentral(Problem problem) {
        return problem.is(CentralConnectionProblem.UNREACHABLE) || problem.is(CentralConnectionProblem.NO_ANSWER);
    }

    /** Returns what a run shows while it waits for this reason. */
    static RunProblem noticeOf(Problem problem) {
        if (isOfEarlierClaim(problem)) {
            return RunProblem.CLAIM_AWAITED;
        }
        return isOfCentral(problem) ? RunProblem.CENTRAL_OUT : RunProblem.DIRECTORY_OUT;
    }

    /** A claim that was kept for reconciling, or whose process was killed, ends by itself. */
    private static boolean isOfEarlierClaim(Problem problem) {
        return problem.code().id().equals(TOO_MANY_CLAIMS);
    }

    /**
     * Returns whether an attempt ended because of an outage before a credential was made, and left nothing: it does not
     * count, and the recipient stays pending.
     */
    public static boolean isWithoutTrace(OutcomeRecord outcome) {
        return outcome.outcome() == Outcome.FAILED
                && outcome.problem().filter(Outages::isFor).isPresent()
                && outcome.passkey().isEmpty()
                && outcome.notes().isEmpty();
    }
}
