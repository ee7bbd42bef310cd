package org.keyhopper.directory.entra.internal;

import java.util.ArrayList;
import java.util.List;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.directory.DirectoryProblem;
import org.keyhopper.api.directory.DirectoryUser;
import org.keyhopper.api.directory.DirectoryUser.Kind;
import org.keyhopper.directory.support.http.ServiceAddress;
import org.keyhopper.directory.support.oauth.TokenHolder;

/**
 * Finds obstacles that no policy shows: the cloud, and whose account it is.
 *
 * @param tokens name the signed-in account
 */
record AccountCheck(ServiceAddress graph, TokenHolder tokens) {

    List<Problem> obstacles(DirectoryUser user) {
        List<Problem> found = new ArrayList<>();
        EntraCloud.obstacle(graph).ifPresent(found::add);
        if (isOperator(user)) {
            found.add(Problem.of(EntraProblem.SELF_ENROLMENT));
        }
        if (user.kind() == Kind.GUEST) {
            found.add(Problem.of(EntraProblem.USER_IS_GUEST, user.userName()));
        }
        return found;
    }

    /** Tells the causes of 405 apart: the own account, or something that Microsoft does not document. */
    <T> Answer<T> explained(DirectoryUser user, Answer<T> answer) {
        boolean refused = answer instanceof Answer.Failed<T>(Problem problem)
                && problem.is(DirectoryProblem.REFUSED)
                && problem.arguments().contains("405");
        return refused && isOperator(user)
                ? Answer.failed(Problem.of(EntraProblem.SELF_ENROLMENT)
                        .withDetail(answer.failure().orElseThrow().detail()))
                : answer;
    }

    /** Graph answers 405 to the options and registration of the signed-in account itself. */
    boolean isOperator(DirectoryUser user) {
        return tokens.current()
                .result()
                .flatMap(token -> token.claims().subject())
                .filter(user.id()::equalsIgnoreCase)
                .isPresent();
    }
}
