package org.keyhopper.core.internal.run;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.diagnostic.ProblemCode;
import org.keyhopper.api.directory.DirectoryProblem;
import org.keyhopper.api.directory.DirectoryProblemCode;
import org.keyhopper.api.network.NetworkProblem;
import org.keyhopper.core.internal.directory.Outages;

/** The problems that concern the whole directory, so that all recipients would fail in turn if a run went on. */
public final class DirectoryWideProblems {

    private static final Set<String> CODES = Stream.<ProblemCode>concat(
                    Arrays.stream(DirectoryProblem.values()).filter(DirectoryProblemCode::isDirectoryWide),
                    Stream.of(NetworkProblem.PROXY_SIGN_IN, NetworkProblem.CERTIFICATE_NOT_TRUSTED))
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
        return CODES.contains(problem.code().id())
                || problem.code() instanceof DirectoryProblemCode code && code.isDirectoryWide();
    }
}
