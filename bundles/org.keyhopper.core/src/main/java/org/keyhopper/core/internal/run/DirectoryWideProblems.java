package org.keyhopper.core.internal.run;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.diagnostic.ProblemCode;
import org.keyhopper.api.directory.DirectoryProblem;
import org.keyhopper.api.network.NetworkProblem;
import org.keyhopper.core.internal.directory.Outages;

/** The problems that concern the whole directory, so that all recipients would fail in turn if a run went on. */
public final class DirectoryWideProblems {

    private static final Set<String> CODES = Stream.<ProblemCode>of(
                    DirectoryProblem.UNREACHABLE,
                    DirectoryProblem.SIGN_IN_REFUSED,
                    DirectoryProblem.SIGN_IN_NEEDS_PERSON,
                    DirectoryProblem.SIGN_IN_CANCELLED,
                    DirectoryProblem.SIGN_IN_PORT_TAKEN,
                    DirectoryProblem.SESSION_EXPIRED,
                    DirectoryProblem.METHOD_DISABLED,
                    DirectoryProblem.SELF_SERVICE_DISABLED,
                    DirectoryProblem.NOT_OFFERED_IN_CLOUD,
                    DirectoryProblem.THROTTLED,
                    NetworkProblem.PROXY_SIGN_IN,
                    NetworkProblem.CERTIFICATE_NOT_TRUSTED)
            .map(ProblemCode::id)
            .collect(Collectors.toUnmodifiableSet());

    private DirectoryWideProblems() {}

    /** Returns whether a look-up with this problem ends the run; an outage was waited for by then. */
    public static boolean endLookUps(Problem problem) {
        return contain(problem) || Outages.isFor(problem);
    }

    /** Returns whether a look-up of further users would have the same problem. */
    public static boolean concernAllUsers(Problem problem) {
        return contain(problem) || problem.is(DirectoryProblem.NOT_PERMITTED);
    }

    public static boolean contain(Problem problem) {
        return CODES.contains(problem.code().id());
    }
}
