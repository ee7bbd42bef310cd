package org.keyhopper.rehearsal.okta;

import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.keyhopper.rehearsal.sandbox.Call;
import org.keyhopper.rehearsal.sandbox.EnrolmentKeeper;
import org.keyhopper.rehearsal.sandbox.Operation;
import org.keyhopper.rehearsal.sandbox.Reply;
import org.keyhopper.rehearsal.sandbox.Route;
import org.keyhopper.rehearsal.sandbox.Rule;
import org.keyhopper.rehearsal.sandbox.SandboxUser;

/** Finds what a call is about. */
record OktaRoutes(EnrolmentKeeper org, OktaUsers users, OktaFactors factors) {

    private static final int USER = 3;
    private static final int FACTOR = 5;

    Optional<Route> find(Call call) {
        return ofPeople(call).or(() -> ofFactors(call));
    }

    private Optional<Route> ofPeople(Call call) {
        if (call.is("GET", "api", "v1", "users")) {
            return simple(Operation.SEARCH_USERS, rule -> users.users(call));
        }
        if (call.is("GET", "api", "v1", "users", "*")) {
            String reference = call.path().get(USER);
            return Optional.of(
                    new Route(Operation.FIND_USER, org.user(reference), rule -> users.user(reference, rule)));
        }
        if (call.is("GET", "api", "v1", "groups")) {
            return simple(Operation.FIND_GROUP, rule -> users.groups(call));
        }
        return call.is("GET", "api", "v1", "groups", "*", "users")
                ? simple(
                        Operation.GROUP_MEMBERS,
                        rule -> users.members(call, call.path().get(USER)))
                : Optional.empty();
    }

    private Optional<Route> ofFactors(Call call) {
        if (call.is("GET", "api", "v1", "users", "*", "factors")) {
            return known(call, Operation.LIST, (user, rule) -> factors.list(user));
        }
        if (call.is("POST", "api", "v1", "users", "*", "factors")) {
            return known(call, Operation.OPTIONS, (user, rule) -> factors.enrol(user, call, rule));
        }
        if (call.is("GET", "api", "v1", "users", "*", "factors", "*")) {
            return known(call, Operation.READ, (user, rule) -> factors.read(user, factor(call)));
        }
        if (call.is("DELETE", "api", "v1", "users", "*", "factors", "*")) {
            return known(call, Operation.DELETE, (user, rule) -> factors.delete(user, factor(call)));
        }
        return call.is("POST", "api", "v1", "users", "*", "factors", "*", "lifecycle", "activate")
                ? known(call, Operation.REGISTER, (user, rule) -> factors.activate(user, factor(call), call, rule))
                : Optional.empty();
    }

    private static String factor(Call call) {
        return call.path().get(FACTOR);
    }

    private static Optional<Route> simple(Operation operation, Function<Optional<Rule>, Reply> work) {
        return Optional.of(new Route(operation, Optional.empty(), work));
    }

    private Optional<Route> known(Call call, Operation operation, BiFunction<SandboxUser, Optional<Rule>, Reply> work) {
        String id = call.path().get(USER);
        Optional<SandboxUser> user = org.user(id);
        return Optional.of(new Route(operation, user, rule -> user.map(one -> work.apply(one, rule))
                .orElseGet(() -> OktaReply.notFound(id))));
    }
}
